import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseAll } from './choose-all.ts'
import { chooseFiltered } from './choose-filtered.ts'
import { compareFeature } from './compare-feature.ts'
import { rankValues } from './rank-values.ts'

/** Few distinct values for ties, many for the rest, unknown ones among them. */
const column = fc
  .oneof(
    fc.array(fc.constantFrom(0, 1, 2.5, -3, Number.NaN), { minLength: 1, maxLength: 400 }),
    fc.array(fc.oneof(fc.float({ noNaN: true, noDefaultInfinity: true }), fc.constant(Number.NaN)), {
      minLength: 1,
      maxLength: 400,
    }),
    fc.array(
      fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 0, max: 90 }) },
        { weight: 1, arbitrary: fc.constant(Number.NaN) },
      ),
      {
        minLength: 1,
        maxLength: 600,
      },
    ),
  )
  .map((values) => Float32Array.from(values))

const group = fc.tuple(column, fc.infiniteStream(fc.integer({ min: 0, max: 3 }))).map(([values, draws]) => {
  const flags = Int8Array.from(values, () => (draws.next().value === 0 ? 0 : 1))
  return { values, flags, chosen: chooseFiltered(values.length, [{ kind: 'flag', flags, wanted: true }]) }
})

/** The group's known values as a comparison sort gives them. */
function sortKnown({ values, flags }: { values: Float32Array; flags: Int8Array }): number[] {
  return [...values]
    .filter((value, client) => flags[client] === 1 && !Number.isNaN(value))
    .sort((a, b) => a - b)
}

/** numpy.percentile's default, as its documentation states it. */
function quantileOracle(sorted: number[], share: number): number | null {
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] as number
  const above = sorted[Math.ceil(place)] as number
  return below + (above - below) * (place - Math.floor(place))
}

describe('A client’s standing among a group', () => {
  test('has the percentile and quartiles that sorting the group gives', () => {
    fc.assert(
      fc.property(group, fc.nat(), (drawn, pick) => {
        const own = drawn.values[pick % drawn.values.length] as number
        const sorted = sortKnown(drawn)
        const standing = compareFeature(rankValues(drawn.values), drawn.chosen, own)
        const below = sorted.filter((value) => value < own).length
        const equal = sorted.filter((value) => value === own).length
        const percentile = (100 * (below + equal / 2)) / sorted.length
        expect(standing.percentile).toEqual(Number.isNaN(own) || sorted.length === 0 ? null : percentile)
        for (const [key, share] of [
          ['p25', 0.25],
          ['median', 0.5],
          ['p75', 0.75],
        ] as const) {
          const expected = quantileOracle(sorted, share)
          if (expected === null) expect(standing[key]).toBeNull()
          else expect(standing[key]).toBeCloseTo(expected, 6 - Math.ceil(Math.log10(Math.abs(expected) + 1)))
        }
        const size = drawn.chosen.members.length
        expect(standing.knownShare).toBe(size === 0 ? 0 : sorted.length / size)
      }),
    )
  })

  test('never falls when the client’s value rises', () => {
    fc.assert(
      fc.property(
        group,
        fc.array(fc.float({ noNaN: true }), { minLength: 2, maxLength: 20 }),
        (drawn, owns) => {
          fc.pre(sortKnown(drawn).length > 0)
          const ranked = rankValues(drawn.values)
          const percentiles = owns
            .sort((a, b) => a - b)
            .map((own) => compareFeature(ranked, drawn.chosen, own).percentile as number)
          expect(percentiles).toEqual([...percentiles].sort((a, b) => a - b))
        },
      ),
    )
  })

  test('counts every known value once between edges that rise', () => {
    fc.assert(
      fc.property(group, (drawn) => {
        const sorted = sortKnown(drawn)
        const { edges, counts } = compareFeature(rankValues(drawn.values), drawn.chosen, 0).histogram
        expect(counts.length).toBeLessThanOrEqual(24)
        expect(edges.length).toBe(sorted.length === 0 ? 0 : counts.length + 1)
        for (const [i, edge] of edges.slice(1).entries()) expect(edge).toBeGreaterThan(edges[i] as number)
        const last = counts.length - 1
        const recounted = counts.map(
          (_, bin) =>
            sorted.filter((value) => {
              const isBelow = value < (edges[bin + 1] as number) || bin === last
              return isBelow && (value >= (edges[bin] as number) || bin === 0)
            }).length,
        )
        expect(counts).toEqual(recounted)
        if (sorted.length === 0) return
        expect(edges[0]).toBeLessThanOrEqual(sorted[0] as number)
        expect(edges.at(-1)).toBeGreaterThanOrEqual(sorted.at(-1) as number)
      }),
    )
  })

  test('is the same among all clients as among those whom a filter of no effect chooses', () => {
    fc.assert(
      fc.property(column, fc.nat(), (values, pick) => {
        const own = values[pick % values.length] as number
        const heights = Float64Array.from(values, () => 1.7)
        const filtered = chooseFiltered(values.length, [
          { kind: 'range', values: heights, min: 1.7, max: 1.7 },
        ])
        const ranked = rankValues(values)
        expect(compareFeature(ranked, filtered, own)).toEqual(
          compareFeature(ranked, chooseAll(values.length), own),
        )
      }),
    )
  })
})

describe('A histogram', () => {
  const histogramOf = (values: number[]) =>
    compareFeature(rankValues(Float32Array.from(values)), chooseAll(values.length), 0).histogram

  test('gives up to twenty values a bin each, with edges half way', () => {
    expect(histogramOf([0, 1, 1, 5])).toEqual({
      edges: [-0.5, 0.5, 3, 7],
      counts: [1, 2, 1],
      values: [0, 1, 5],
    })
    expect(histogramOf([3])).toEqual({ edges: [2.5, 3.5], counts: [1], values: [3] })
  })

  test('keeps outliers from squeezing the others', () => {
    const { edges, counts } = histogramOf([...Array(1000).keys(), 1e9])
    expect(counts.every((count) => count > 0)).toBe(true)
    expect(edges.at(-1)).toBe(1e9)
    expect(edges[22]).toBeLessThan(1000)
  })

  test('of nearly equal values still spans them all', () => {
    const { edges, counts } = histogramOf([...Array(5000).fill(0), ...Array(30).keys()])
    expect([edges[0], edges.at(-1)]).toEqual([0, 29])
    expect(counts.reduce((sum, count) => sum + count)).toBe(5030)
  })

  test('of nothing known is empty', () => {
    expect(histogramOf([Number.NaN])).toEqual({ edges: [], counts: [] })
  })
})

test('A group that spreads over many buckets has the ranks that sorting gives', () => {
  const values = Float32Array.from({ length: 20_000 }, (_, i) =>
    i % 7 === 0 ? Number.NaN : (i * 7919) % 12_345,
  )
  const flags = Int8Array.from(values, (_, i) => (i % 3 === 0 ? 1 : 0))
  const chosen = chooseFiltered(values.length, [{ kind: 'flag', flags, wanted: true }])
  const sorted = sortKnown({ values, flags })
  for (const own of [0, 17, 6000, 12_344, 99_999, -1]) {
    const { percentile, median, histogram } = compareFeature(rankValues(values), chosen, own)
    const below = sorted.filter((value) => value < own).length
    const equal = sorted.filter((value) => value === own).length
    expect(percentile).toBeCloseTo((100 * (below + equal / 2)) / sorted.length, 10)
    expect(median).toBe(quantileOracle(sorted, 0.5))
    expect(histogram.counts.reduce((sum, count) => sum + count)).toBe(sorted.length)
  }
})
