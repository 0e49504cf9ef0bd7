import type { Histogram } from '../contracts/compare-cohort.ts'
import { computeHistogram } from './compute-histogram.ts'
import { computeQuantile } from './compute-quantile.ts'
import type { KnownValues } from './known-values.ts'

/** How a group's values are spread. */
export interface Spread {
  p25: number | null
  median: number | null
  p75: number | null
  /** Share of the group whose value is known, 0 to 1. */
  knownShare: number
  histogram: Histogram
}

/** @param size How many clients the group has, those of unknown value included. */
export function describeSpread(known: KnownValues, size: number): Spread {
  return {
    p25: computeQuantile(known, 0.25),
    median: computeQuantile(known, 0.5),
    p75: computeQuantile(known, 0.75),
    knownShare: size === 0 ? 0 : known.count / size,
    histogram: computeHistogram(known),
  }
}
