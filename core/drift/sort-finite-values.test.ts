import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortFiniteValues } from './sort-finite-values.ts'

const float = fc.oneof(fc.float(), fc.constantFrom(Number.NaN, 0, -0, 1, Infinity, -Infinity))

test('Finite values come rising, null and infinity not at all, whatever was sorted before', () => {
  fc.assert(
    fc.property(fc.array(float, { maxLength: 200 }), (given) => {
      const values = Float32Array.from(given)
      const expected = values.filter(Number.isFinite).sort()
      expect([...sortFiniteValues(values)]).toEqual([...expected].map((value) => value + 0))
      expect([...values]).toEqual([...Float32Array.from(given)])
    }),
  )
})

test('Whole numbers come rising in doubles, which hold each of them', () => {
  const sorted = sortFiniteValues(Int32Array.of(2 ** 31 - 1, -(2 ** 31), 16_777_217))
  expect(sorted).toEqual(Float64Array.of(-(2 ** 31), 16_777_217, 2 ** 31 - 1))
})
