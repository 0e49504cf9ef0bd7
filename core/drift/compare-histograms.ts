import { computeHistogram } from '../cohort/compute-histogram.ts'
import { countBelow } from '../cohort/count-below.ts'
import { createKnownValues } from '../cohort/known-values.ts'
import type { Histogram } from '../contracts/compare-cohort.ts'
import { sortFiniteValues } from './sort-finite-values.ts'

/** Counts two windows' finite values between the same edges, which suit both together. */
export function compareHistograms(
  reference: Float32Array,
  current: Float32Array,
): { reference: Histogram; current: Histogram } {
  const together = new Float32Array(reference.length + current.length)
  together.set(reference)
  together.set(current, reference.length)
  const { counts, ...bins } = computeHistogram(createKnownValues(sortFiniteValues(together)))
  const currentCounts = countBetween(bins.edges, sortFiniteValues(current))
  return {
    reference: { ...bins, counts: counts.map((count, bin) => count - currentCounts[bin]!) },
    current: { ...bins, counts: currentCounts },
  }
}

/** The outermost bins take what lies beyond their edges, as those of both windows do. */
function countBetween(edges: readonly number[], sorted: ArrayLike<number>): number[] {
  const places = edges.map((edge) => countBelow(sorted, edge))
  places[0] = 0
  places[edges.length - 1] = sorted.length
  return places.slice(1).map((place, bin) => place - places[bin]!)
}
