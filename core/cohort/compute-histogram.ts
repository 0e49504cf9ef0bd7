import type { Histogram } from '../contracts/compare-cohort.ts'
import { computeQuantile } from './compute-quantile.ts'
import type { KnownValues } from './known-values.ts'
import { roundBetween, roundDigits } from './round-digits.ts'

/** Up to so many distinct values each has a bin of its own. */
const mostSingleValues = 20
const mostBins = 24
/** Share of the values in each of the two outer bins: a few extremes would squeeze all others into one. */
const tailShare = 0.01

/**
 * Counts values between edges of few digits, every value once. Few distinct values have a bin each, with edges between
 * them; otherwise the bins are of equal width between the 1st and the 99th percentile and one on either
 * side reaches the least and the greatest value. No values give no bins.
 */
export function computeHistogram(known: KnownValues): Histogram {
  if (known.count === 0) return { edges: [], counts: [] }
  const singleValues = findSingleValues(known)
  const edges = singleValues ? edgesBetween(singleValues) : edgesOfWidth(known)
  // The outermost bins take what rounding may have left outside.
  const places = edges.map((edge) => known.countBelow(edge))
  places[0] = 0
  places[edges.length - 1] = known.count
  const counts = places.slice(1).map((place, bin) => place - places[bin]!)
  return { edges, counts, ...(singleValues && { values: singleValues.map((single) => roundDigits(single)) }) }
}

/** The distinct values, or null when there are too many to have a bin each. */
function findSingleValues(known: KnownValues): number[] | null {
  const found: number[] = []
  for (let place = 0; place < known.count; place = known.countUpTo(found.at(-1)!)) {
    if (found.length === mostSingleValues) return null
    found.push(known.at(place))
  }
  return found
}

function edgesBetween(values: readonly number[]): number[] {
  const [first, last] = [values[0]!, values.at(-1)!]
  const margin = (low: number, high: number) =>
    high > low ? (high - low) / 2 : Math.max(0.5, Math.abs(low) * 1e-6)
  const inner = values.slice(1).map((high, i) => roundBetween(values[i]!, high))
  return [
    roundDigits(first - margin(first, values[1] ?? first)),
    ...inner,
    roundDigits(last + margin(values.at(-2) ?? last, last)),
  ]
}

function edgesOfWidth(known: KnownValues): number[] {
  const [least, greatest] = [known.at(0), known.at(known.count - 1)]
  let low = computeQuantile(known, tailShare)!
  let high = computeQuantile(known, 1 - tailShare)!
  // Nearly all in one place: there is no middle to divide.
  if (low === high) [low, high] = [least, greatest]
  const innerBins = mostBins - Number(low > least) - Number(high < greatest)
  const width = (high - low) / innerBins
  const inner = Array.from({ length: innerBins + 1 }, (_, bin) => roundToWidth(low + bin * width, width))
  const [lower, upper] = [roundDown(least), -roundDown(-greatest)]
  // An edge close to an end would leave a bin too narrow to see.
  const between = inner.filter((edge) => edge > lower + width / 10 && edge < upper - width / 10)
  return [lower, ...between, upper]
}

/** To three digits of the bins' width, so that edges can be read and bins still look alike. */
function roundToWidth(edge: number, width: number): number {
  const decimals = 2 - Math.floor(Math.log10(width))
  if (decimals >= 0) return Number(edge.toFixed(Math.min(decimals, 100)))
  const unit = 10 ** -decimals
  return Math.round(edge / unit) * unit
}

/** To the digits that a float32 holds, never above the number. */
function roundDown(exact: number): number {
  const rounded = roundDigits(exact)
  if (rounded <= exact) return rounded
  return roundDigits(exact - Math.abs(exact) * 1e-6)
}
