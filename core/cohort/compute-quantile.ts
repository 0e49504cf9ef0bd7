import type { KnownValues } from './known-values.ts'

/**
 * The quantile at a share from 0 to 1, interpolated linearly between neighbours, as numpy's and R's default (type 7
 * in Hyndman and Fan, 1996). Null when no value is known.
 */
export function computeQuantile(known: KnownValues, share: number): number | null {
  if (known.count === 0) return null
  const place = share * (known.count - 1)
  const lower = Math.floor(place)
  const low = known.at(lower)
  const high = known.at(Math.min(lower + 1, known.count - 1))
  return low === high ? low : low + (high - low) * (place - lower)
}
