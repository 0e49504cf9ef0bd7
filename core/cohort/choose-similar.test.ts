import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildSimilarityMatrix } from './build-similarity-matrix.ts'
import { chooseSimilar } from './choose-similar.ts'
import { sortFloats } from './sort-floats.ts'

const weights = [0.05, 0.5, 0.2, 0.1, 0.1, 0.05]
const rows = fc.array(
  fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(Number.NaN)), {
    minLength: weights.length,
    maxLength: weights.length,
  }),
  { minLength: 2, maxLength: 120 },
)

function build(drawn: number[][]) {
  const columns = weights.map((_, column) => Float32Array.from(drawn, (row) => row[column] as number))
  return buildSimilarityMatrix(
    drawn.length,
    columns.map((column, i) => ({ sorted: sortFloats(column), weight: weights[i] as number })),
  )
}

describe('The most similar clients', () => {
  test('are those of the least distance, without the client, of equal ones the lower ids', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.integer({ min: 1, max: 60 }), (drawn, pick, size) => {
        const matrix = build(drawn)
        const client = pick % drawn.length
        const { featureCount, places } = matrix
        const distanceOf = (other: number) => {
          let distance = 0
          for (let i = 0; i < featureCount; i++) {
            distance +=
              ((places[other * featureCount + i] as number) -
                (places[client * featureCount + i] as number)) **
              2
          }
          return distance
        }
        const expected = [...drawn.keys()]
          .filter((other) => other !== client)
          .sort((a, b) => distanceOf(a) - distanceOf(b) || a - b)
          .slice(0, size)
          .sort((a, b) => a - b)
        const { mask, members } = chooseSimilar(matrix, client, size)
        expect([...members].sort((a, b) => a - b)).toEqual(expected)
        expect([...mask.keys()].filter((other) => mask[other] === 1)).toEqual(expected)
      }),
    )
  })

  test('are judged by places among all clients, weighted by importance, the unknown apart', () => {
    const { places } = build([
      [1, 10, 0, 0, 0, Number.NaN],
      [2, 10, 0, 0, 0, 1],
      [9, 99, 0, 0, 0, 2],
    ])
    const first = [...places.slice(0, 6)]
    // Heaviest feature first: the two tied clients share the mean of their places.
    expect(first[0]).toBeCloseTo(0.25 * Math.sqrt(0.5), 6)
    expect(
      first
        .slice(1, 4)
        .every((place, i) => Math.abs(place - 0.5 * Math.sqrt([0.2, 0.1, 0.1][i] as number)) < 1e-6),
    ).toBe(true)
    expect(first[4]).toBe(0)
    expect(first[5]).toBeCloseTo(-0.5 * Math.sqrt(0.05), 6)
  })

  test('are all the others when there are too few', () => {
    const matrix = build([weights, weights, weights])
    expect([...chooseSimilar(matrix, 1, 30).members].sort()).toEqual([0, 2])
  })
})
