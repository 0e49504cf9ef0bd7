import { countBelow, countUpTo } from './count-below.ts'

/** The known values of a group, rising, as far as anybody asks: nothing need be gathered or sorted for it. */
export interface KnownValues {
  count: number
  /** The value at a place from 0 to `count - 1`, rising. */
  at(place: number): number
  countBelow(limit: number): number
  countUpTo(limit: number): number
}

/** Values that are sorted already. */
export function createKnownValues(sorted: ArrayLike<number>): KnownValues {
  return {
    count: sorted.length,
    at: (place) => sorted[place]!,
    countBelow: (limit) => countBelow(sorted, limit),
    countUpTo: (limit) => countUpTo(sorted, limit),
  }
}
