import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseFiltered } from './choose-filtered.ts'
import { computeDefaultRate, computeMean } from './compute-rates.ts'

const clients = fc.array(
  fc.record({
    age: fc.oneof(fc.integer({ min: 18, max: 25 }), fc.constant(Number.NaN)),
    job: fc.integer({ min: 0, max: 4 }),
    car: fc.integer({ min: -1, max: 1 }),
    outcome: fc.integer({ min: -1, max: 1 }),
    probability: fc.float({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 200 },
)

test('A group holds exactly the clients who meet every condition, both ends of a range included', () => {
  fc.assert(
    fc.property(
      clients,
      fc.integer({ min: 18, max: 25 }),
      fc.integer({ min: 18, max: 25 }),
      fc.boolean(),
      (drawn, min, max, car) => {
        const { mask, members } = chooseFiltered(drawn.length, [
          { kind: 'range', values: Float64Array.from(drawn, ({ age }) => age), min, max },
          {
            kind: 'category',
            codes: Uint16Array.from(drawn, ({ job }) => job),
            allowed: Uint8Array.of(0, 1, 0, 1, 1),
          },
          { kind: 'flag', flags: Int8Array.from(drawn, (client) => client.car), wanted: car },
        ])
        const expected = [...drawn.keys()].filter((index) => {
          const client = drawn[index] as (typeof drawn)[number]
          return (
            client.age >= min &&
            client.age <= max &&
            [1, 3, 4].includes(client.job) &&
            client.car === Number(car)
          )
        })
        expect([...members]).toEqual(expected)
        expect([...mask.keys()].filter((client) => mask[client] === 1)).toEqual(expected)
        const group = expected.map((index) => drawn[index] as (typeof drawn)[number])
        const known = group.filter(({ outcome }) => outcome !== -1)
        const outcomes = Int8Array.from(drawn, ({ outcome }) => outcome)
        expect(computeDefaultRate({ mask, members }, outcomes)).toBe(
          known.length === 0 ? null : known.filter(({ outcome }) => outcome === 1).length / known.length,
        )
        if (group.length === 0) return
        const mean = group.reduce((sum, { probability }) => sum + probability, 0) / group.length
        const probabilities = Float32Array.from(drawn, ({ probability }) => probability)
        expect(computeMean({ mask, members }, probabilities)).toBeCloseTo(mean, 12)
      },
    ),
  )
})

test('Without conditions the group is everybody', () => {
  expect([...chooseFiltered(3, []).members]).toEqual([0, 1, 2])
})
