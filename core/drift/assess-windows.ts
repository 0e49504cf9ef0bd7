import type { ColumnKind, DriftTest } from '../contracts/drift-report.ts'
import { chooseTest } from './choose-test.ts'
import { driftTests } from './drift-tests.ts'
import type { SortedValues } from './sorted-values.ts'

/** Test, statistic and threshold are null where a window holds no value, so that there is nothing to test. */
export interface Verdict {
  kind: ColumnKind
  test: DriftTest | null
  statistic: number | null
  threshold: number | null
  drifted: boolean
}

/**
 * evidently's test, statistic and verdict on two windows of a column. Where evidently raises because a window holds no
 * value, the column has no statistic, and has drifted if the other window holds any.
 */
export function assessWindows(kind: ColumnKind, reference: SortedValues, current: SortedValues): Verdict {
  if (reference.length === 0 || current.length === 0) {
    const drifted = reference.length !== current.length
    return { kind, test: null, statistic: null, threshold: null, drifted }
  }
  const test = chooseTest(kind, reference, current)
  const { compute, threshold, drifts } = driftTests[test]
  const statistic = compute[kind](reference, current)
  const drifted = {
    below: statistic < threshold,
    atOrBelow: statistic <= threshold,
    atOrAbove: statistic >= threshold,
  }[drifts]
  return { kind, test, statistic, threshold, drifted }
}
