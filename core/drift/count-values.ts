import { countUpTo } from '../cohort/count-below.ts'
import type { SortedValues } from './sorted-values.ts'

/** How often each distinct value of two windows occurs in either; the values rise. */
export interface ValueCounts {
  values: number[]
  reference: number[]
  current: number[]
}

/** Counts by value. Looks for the end of each value's run, so that few values are counted at once. */
export function countValues(reference: SortedValues, current: SortedValues): ValueCounts {
  const counts: ValueCounts = { values: [], reference: [], current: [] }
  let i = 0
  let j = 0
  while (i < reference.length || j < current.length) {
    const value = Math.min(reference[i] ?? Infinity, current[j] ?? Infinity)
    const [fromReference, fromCurrent] = [i, j]
    i = countUpTo(reference, value)
    j = countUpTo(current, value)
    counts.values.push(value)
    counts.reference.push(i - fromReference)
    counts.current.push(j - fromCurrent)
  }
  return counts
}
