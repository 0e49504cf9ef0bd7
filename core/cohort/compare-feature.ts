import type { Histogram } from '../contracts/compare-cohort.ts'
import type { ChosenClients, SortedValues } from './chosen-clients.ts'
import { computeHistogram } from './compute-histogram.ts'
import { computePercentile } from './compute-percentile.ts'
import { computeQuantile } from './compute-quantile.ts'
import { gatherValues } from './gather-values.ts'

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
 * @param sorted Values of all clients.
 * @param own The client's own value, NaN for unknown.
 */
export function compareFeature(sorted: SortedValues, chosen: ChosenClients, own: number): Standing {
  const gathered = gatherValues(sorted, chosen)
  return {
    percentile: Number.isNaN(own) ? null : computePercentile(gathered, own),
    p25: computeQuantile(gathered, 0.25),
    median: computeQuantile(gathered, 0.5),
    p75: computeQuantile(gathered, 0.75),
    knownShare: chosen.size === 0 ? 0 : gathered.length / chosen.size,
    histogram: computeHistogram(gathered),
  }
}
