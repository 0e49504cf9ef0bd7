/**
 * The quantile at a share from 0 to 1, interpolated linearly between neighbours, as numpy's and R's default (type 7
 * in Hyndman and Fan, 1996). Null when no value is known.
 *
 * @param sorted Rising values.
 */
export function computeQuantile(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null
  const place = share * (sorted.length - 1)
  const lower = Math.floor(place)
  const low = sorted[lower]!
  const high = sorted[Math.min(lower + 1, sorted.length - 1)]!
  return low === high ? low : low + (high - low) * (place - lower)
}
