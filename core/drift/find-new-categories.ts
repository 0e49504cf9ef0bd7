import { countValues } from './count-values.ts'
import type { SortedValues } from './sorted-values.ts'

/**
 * The codes of the current window that the reference has not, rising. None where a window holds other numbers than whole
 * ones: those are no codes of categories.
 */
export function findNewCategories(reference: SortedValues, current: SortedValues): number[] {
  const counts = countValues(reference, current)
  if (!counts.values.every(Number.isInteger)) return []
  return counts.values.filter((_, i) => counts.reference[i] === 0)
}
