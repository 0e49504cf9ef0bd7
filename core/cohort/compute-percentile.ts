import { countBelow, countUpTo } from './count-below.ts'

/**
 * Share of the group's known values below a value, ties counted half, from 0 to 100. Null when none is known.
 *
 * @param sorted The group's known values, rising.
 */
export function computePercentile(sorted: ArrayLike<number>, own: number): number | null {
  if (sorted.length === 0) return null
  const below = countBelow(sorted, own)
  const equal = countUpTo(sorted, own) - below
  return (100 * (below + equal / 2)) / sorted.length
}
