import { countValues } from './count-values.ts'
import type { SortedValues } from './sorted-values.ts'

/** The values of the current window that the reference has not, rising. */
export function findNewValues(reference: SortedValues, current: SortedValues): number[] {
  const counts = countValues(reference, current)
  return counts.values.filter((_, i) => counts.reference[i] === 0)
}
