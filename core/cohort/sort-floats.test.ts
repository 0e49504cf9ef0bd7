import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortFloats } from './sort-floats.ts'

const floats = fc.array(
  fc.oneof(
    fc.float({ noNaN: true }),
    fc.constantFrom(Number.NaN, 0, -0, 1, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  ),
  { maxLength: 300 },
)

test('Known values come by rising value, equal ones by client, the unknown not at all', () => {
  fc.assert(
    fc.property(floats, (given) => {
      const column = Float32Array.from(given)
      const expected = [...column.keys()]
        .filter((client) => !Number.isNaN(column[client]))
        .sort((a, b) => {
          const [left, right] = [column[a] as number, column[b] as number]
          return left < right ? -1 : left > right ? 1 : a - b
        })
      const { order, values } = sortFloats(column)
      expect([...order]).toEqual(expected)
      expect([...values]).toEqual(expected.map((client) => (column[client] as number) + 0))
    }),
  )
})

test('A part of a larger array is sorted by itself', () => {
  const { order, values } = sortFloats(Float32Array.of(9, 3, Number.NaN, 2, 9).subarray(1, 4))
  expect([[...order], [...values]]).toEqual([
    [2, 0],
    [2, 3],
  ])
})
