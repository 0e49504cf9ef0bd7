import type { ColumnKind, DriftTest } from '../contracts/drift-report.ts'
import type { Statistic } from './sorted-values.ts'
import { computeChiSquare } from './tests/compute-chi-square.ts'
import { computeBinnedJensenShannon, computeJensenShannon } from './tests/compute-jensen-shannon.ts'
import { computeKs } from './tests/compute-ks.ts'
import { computeWasserstein } from './tests/compute-wasserstein.ts'
import { computeZTest } from './tests/compute-z-test.ts'

interface TestRule {
  compute: Record<ColumnKind, Statistic>
  threshold: number
  /** Which statistics are evidence of drift. */
  drifts: 'below' | 'atOrBelow' | 'atOrAbove'
}

/** evidently's tests by its own names, with its thresholds. */
export const driftTests: Readonly<Record<DriftTest, TestRule>> = {
  ks: { compute: alike(computeKs), threshold: 0.05, drifts: 'atOrBelow' },
  chisquare: { compute: alike(computeChiSquare), threshold: 0.05, drifts: 'below' },
  z: { compute: alike(computeZTest), threshold: 0.05, drifts: 'below' },
  wasserstein: { compute: alike(computeWasserstein), threshold: 0.1, drifts: 'atOrAbove' },
  jensenshannon: {
    compute: { numerical: computeBinnedJensenShannon, categorical: computeJensenShannon },
    threshold: 0.1,
    drifts: 'atOrAbove',
  },
}

function alike(statistic: Statistic): Record<ColumnKind, Statistic> {
  return { numerical: statistic, categorical: statistic }
}
