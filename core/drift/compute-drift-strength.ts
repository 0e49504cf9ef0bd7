import type { Verdict } from './assess-windows.ts'
import { driftTests } from './drift-tests.ts'

/** A column can't outweigh the others by more than this: a p-value may be 0, a distance has no bound. */
const mostStrength = 10

/**
 * How far a column drifted on one scale for all tests: 0 not at all, 1 at the threshold. A distance counts in multiples
 * of its threshold, a p-value by the ratio of the logarithms; a column known in one window only counts most.
 */
export function computeDriftStrength({ test, statistic, threshold, drifted }: Verdict): number {
  if (test === null || statistic === null || threshold === null) return drifted ? mostStrength : 0
  const isDistance = driftTests[test].drifts === 'atOrAbove'
  const strength = isDistance ? statistic / threshold : Math.log(statistic) / Math.log(threshold)
  return Math.min(Math.max(strength, 0), mostStrength)
}
