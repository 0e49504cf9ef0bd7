import type { Histogram } from '../contracts/compare-cohort.ts'
import { computeHistogram } from './compute-histogram.ts'
import { computePercentile } from './compute-percentile.ts'
import { computeQuantile } from './compute-quantile.ts'
import type { KnownValues } from './known-values.ts'

/** How a client's value stands among a group's. */
export interface Standing {
  /** Null when the client's value is unknown, or everybody's in the group. */
  percentile: number | null
  p25: number | null
  median: number | null
  p75: number | null
  /** Share of the group whose value is known, 0 to 1. */
  knownShare: number
  histogram: Histogram
}

/**
 * @param known The group's known values.
 * @param size How many clients the group has.
 * @param own The client's own value, NaN for unknown.
 */
export function compareKnown(known: KnownValues, size: number, own: number): Standing {
  return {
    percentile: Number.isNaN(own) ? null : computePercentile(known, own),
    p25: computeQuantile(known, 0.25),
    median: computeQuantile(known, 0.5),
    p75: computeQuantile(known, 0.75),
    knownShare: size === 0 ? 0 : known.count / size,
    histogram: computeHistogram(known),
  }
}
