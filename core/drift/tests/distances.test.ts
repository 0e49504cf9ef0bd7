import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortFiniteValues } from '../sort-finite-values.ts'
import { computeBinnedJensenShannon, computeJensenShannon } from './compute-jensen-shannon.ts'
import { computeWasserstein } from './compute-wasserstein.ts'

const sorted = fc
  .array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 80 })
  .map((values) => sortFiniteValues(Float32Array.from(values)))
const distances = [computeJensenShannon, computeBinnedJensenShannon, computeWasserstein]

test('A window is at no distance from itself, however often repeated', () => {
  fc.assert(
    fc.property(sorted, fc.integer({ min: 1, max: 7 }), (window, times) => {
      const repeated = Float32Array.from(
        { length: window.length * times },
        (_, i) => window[i % window.length]!,
      )
      // Shares that differ in their last digit alone must not give NaN.
      for (const distance of distances)
        expect(distance(window, sortFiniteValues(repeated))).toBeLessThan(1e-7)
    }),
  )
})

test('Jensen–Shannon distances are the same both ways and reach the root of ln 2 where no value is shared', () => {
  fc.assert(
    fc.property(sorted, sorted, (one, other) => {
      const distance = computeJensenShannon(one, other)
      expect(distance).toBeCloseTo(computeJensenShannon(other, one), 12)
      expect(distance).toBeLessThan(Math.sqrt(Math.LN2) + 1e-12)
      const apart = other.map((value) => value + 100)
      expect(computeJensenShannon(one, apart)).toBeCloseTo(Math.sqrt(Math.LN2), 12)
    }),
  )
})

test('A Wasserstein distance is the mean distance of the sorted values of equally many rows', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ max: 99 }), fc.integer({ max: 99 })), {
    minLength: 2,
    maxLength: 60,
  })
  fc.assert(
    fc.property(pairs, (rows) => {
      const one = Float64Array.from(rows.map(([value]) => value % 1000)).sort()
      const other = Float64Array.from(rows.map(([, value]) => value % 1000)).sort()
      const mean = one.reduce((sum, value) => sum + value, 0) / one.length
      const deviation = Math.sqrt(one.reduce((sum, value) => sum + (value - mean) ** 2, 0) / one.length)
      const apart =
        one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] as number)), 0) / one.length
      const found = computeWasserstein(one, other) * Math.max(deviation, 0.001)
      expect(Math.abs(found - apart)).toBeLessThan(1e-9 * (1 + apart))
    }),
  )
})
