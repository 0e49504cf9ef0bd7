import type { KnownValues } from './known-values.ts'

/** Share of the group's known values below a value, ties counted half, from 0 to 100. Null when none is known. */
export function computePercentile(known: KnownValues, own: number): number | null {
  if (known.count === 0) return null
  const below = known.countBelow(own)
  const equal = known.countUpTo(own) - below
  return (100 * (below + equal / 2)) / known.count
}
