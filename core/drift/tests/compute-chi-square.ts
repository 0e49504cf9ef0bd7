import { computeUpperGamma } from '../compute-upper-gamma.ts'
import { countValues } from '../count-values.ts'
import type { SortedValues } from '../sorted-values.ts'

/**
 * p-value of the chi-square test of goodness of fit: the current counts by value against the reference's, scaled to
 * as many rows. A value that the reference lacks makes it 0.
 */
export function computeChiSquare(reference: SortedValues, current: SortedValues): number {
  const counts = countValues(reference, current)
  const scale = current.length / reference.length
  let sum = 0
  for (let i = 0; i < counts.values.length; i++) {
    const expected = counts.reference[i]! * scale
    sum += (counts.current[i]! - expected) ** 2 / expected
  }
  return sum === Infinity ? 0 : computeUpperGamma((counts.values.length - 1) / 2, sum / 2)
}
