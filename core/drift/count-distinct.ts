import { countUpTo } from '../cohort/count-below.ts'
import type { SortedValues } from './sorted-values.ts'

/** How many distinct values windows hold together, counted no further than `limit` + 1. */
export function countDistinct(limit: number, ...windows: readonly SortedValues[]): number {
  const found = new Set<number>()
  for (const window of windows) {
    let place = 0
    while (place < window.length && found.size <= limit) {
      found.add(window[place]!)
      place = countUpTo(window, window[place]!)
    }
  }
  return found.size
}
