import { computeUpperGamma } from '../compute-upper-gamma.ts'
import { countValues } from '../count-values.ts'
import type { SortedValues } from '../sorted-values.ts'

/** Two-sided p-value of the z-test that two windows share the proportion of the lower of at most two values. */
export function computeZTest(reference: SortedValues, current: SortedValues): number {
  const counts = countValues(reference, current)
  if (counts.values.length === 1) return 1
  const [rows, currentRows] = [reference.length, current.length]
  const upper = counts.reference[1]! / rows
  const currentUpper = counts.current[1]! / currentRows
  const pooled = (counts.reference[1]! + counts.current[1]!) / (rows + currentRows)
  const variance = pooled * (1 - pooled) * (1 / rows + 1 / currentRows)
  // Twice the normal distribution's upper tail is the complementary error function: Q(1/2, z² / 2).
  return computeUpperGamma(1 / 2, (upper - currentUpper) ** 2 / variance / 2)
}
