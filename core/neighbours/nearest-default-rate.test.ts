import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildNeighbourTree } from './build-neighbour-tree.ts'
import { computeNearestDefaultRate, type NearestQuestion, noFold } from './compute-nearest-default-rate.ts'
import { computeNearestDefaultRates } from './compute-nearest-default-rates.ts'
import { dimensions, type NeighbourClients } from './neighbour-clients.ts'

// Few distinct places, so that ties at the last neighbour are the rule.
const coarse = fc.integer({ min: -3, max: 3 })
const fine = fc.float({ min: -3, max: 3, noNaN: true })
const client = fc.record({
  place: fc.array(fc.oneof(coarse, fine), { minLength: dimensions, maxLength: dimensions }),
  target: fc.integer({ min: 0, max: 1 }),
  fold: fc.integer({ min: 0, max: 4 }),
})
const portfolio = fc.array(client, { minLength: 1, maxLength: 300 }).map(
  (clients): NeighbourClients => ({
    coordinates: Float32Array.from(clients.flatMap(({ place }) => place)),
    clientIds: Int32Array.from(clients, (_, id) => id),
    targets: Uint8Array.from(clients, ({ target }) => target),
    folds: Uint8Array.from(clients, ({ fold }) => fold),
  }),
)

/** Every distance, sorted: what the tree must not miss. */
function computeByBruteForce(clients: NeighbourClients, { place, size, leftOutFold }: NearestQuestion) {
  const eligible = [...clients.targets.keys()].filter((client) => clients.folds[client] !== leftOutFold)
  const distances = eligible.map((client) => {
    let distance = 0
    for (let d = 0; d < dimensions; d++) {
      distance += ((clients.coordinates[client * dimensions + d] as number) - (place[d] as number)) ** 2
    }
    return distance
  })
  const radius = [...distances].sort((a, b) => a - b)[Math.min(size, distances.length) - 1] as number
  const near = eligible.filter((_, i) => (distances[i] as number) <= radius)
  return near.reduce((sum, client) => sum + (clients.targets[client] as number), 0) / near.length
}

describe('the default rate of the nearest clients', () => {
  it('is what every distance, sorted, gives, ties and left-out folds included', () => {
    fc.assert(
      fc.property(
        portfolio,
        fc.array(fc.oneof(coarse, fine), { minLength: dimensions, maxLength: dimensions }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -1, max: 4 }),
        (clients, at, size, leftOutFold) => {
          const question = { place: Float32Array.from(at), size, leftOutFold }
          const { rate } = computeNearestDefaultRate(buildNeighbourTree(clients), question)
          expect(rate).toBe(computeByBruteForce(clients, question))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is the same, to the last bit, for each of many places asked for at once', () => {
    fc.assert(
      fc.property(
        portfolio,
        fc.array(fc.oneof(coarse, fine), { minLength: dimensions, maxLength: dimensions }),
        // As in a what-if, where one coordinate moves; or all of them.
        fc.oneof(
          fc.array(
            fine.map((step) => [0, 0, 0, step]),
            { minLength: 1, maxLength: 25 },
          ),
          fc.array(fc.array(fc.oneof(coarse, fine), { minLength: dimensions, maxLength: dimensions }), {
            minLength: 1,
            maxLength: 25,
          }),
        ),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -1, max: 4 }),
        (clients, from, steps, size, leftOutFold) => {
          const places = Float32Array.from(
            steps.flatMap((step) => step.map((along, d) => (from[d] as number) + along)),
          )
          const expected = steps.map((_, i) =>
            computeByBruteForce(clients, {
              place: places.slice(i * dimensions, (i + 1) * dimensions),
              size,
              leftOutFold,
            }),
          )
          const tree = buildNeighbourTree(clients)
          expect([...computeNearestDefaultRates(tree, { places, size, leftOutFold })]).toEqual(expected)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is unknown when every client belongs to the fold that is left out', () => {
    const clients: NeighbourClients = {
      coordinates: new Float32Array(3 * dimensions),
      clientIds: Int32Array.of(1, 2, 3),
      targets: Uint8Array.of(0, 1, 0),
      folds: Uint8Array.of(2, 2, 2),
    }
    const tree = buildNeighbourTree(clients)
    const places = new Float32Array(2 * dimensions)
    const ratesWithout = (leftOutFold: number) => [
      ...computeNearestDefaultRates(tree, { places, size: 2, leftOutFold }),
    ]
    expect(ratesWithout(2)).toEqual([Number.NaN, Number.NaN])
    expect(ratesWithout(noFold)).toEqual([1 / 3, 1 / 3])
  })
})
