import fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeKs } from './compute-ks.ts'

/** Every way to choose which of the pooled values are the reference's. */
function* chooseReferences(pooled: number[], rows: number): Generator<[number[], number[]]> {
  if (rows === 0) yield [[], pooled]
  else if (rows === pooled.length) yield [pooled, []]
  else {
    const [first, ...rest] = pooled as [number, ...number[]]
    for (const [chosen, left] of chooseReferences(rest, rows - 1)) yield [[first, ...chosen], left]
    for (const [chosen, left] of chooseReferences(rest, rows)) yield [chosen, [first, ...left]]
  }
}

function computeGap(reference: number[], current: number[]): number {
  const shareUpTo = (window: number[], limit: number) =>
    window.filter((value) => value <= limit).length / window.length
  return Math.max(
    ...[...reference, ...current].map((limit) =>
      Math.abs(shareUpTo(reference, limit) - shareUpTo(current, limit)),
    ),
  )
}

test('The exact p-value is the share of all divisions of distinct values that lie as far apart', () => {
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: 6 }),
    currentRows: fc.integer({ min: 1, max: 6 }),
  })
  fc.assert(
    fc.property(sizes, fc.infiniteStream(fc.nat()), ({ rows, currentRows }, picks) => {
      const pooled = Array.from({ length: rows + currentRows }, (_, i) => i)
      const divisions = [...chooseReferences(pooled, rows)]
      const [reference, current] = divisions[(picks.next().value as number) % divisions.length] as [
        number[],
        number[],
      ]
      const gap = computeGap(reference, current)
      const asFar = divisions.filter(([one, other]) => computeGap(one, other) >= gap - 1e-12).length
      const found = computeKs(Float32Array.from(reference), Float32Array.from(current))
      expect(found).toBeCloseTo(asFar / divisions.length, 12)
    }),
    { numRuns: 60 },
  )
})

test('Exact and asymptotic p-values agree where either may be used', () => {
  const spread = (rows: number, shift: number) =>
    Float64Array.from({ length: rows }, (_, i) => i / rows + shift)
  for (const shift of [0.01, 0.03, 0.05, 0.07]) {
    const exact = computeKs(spread(900, 0), spread(9_990, shift))
    const asymptotic = computeKs(spread(900, 0), spread(10_010, shift))
    expect(Math.abs(exact - asymptotic), String(shift)).toBeLessThan(0.02)
  }
})
