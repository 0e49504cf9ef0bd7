import type { BundleEvaluation, Estimate, FairnessGroup } from '#core/contracts/bundle-evaluation.ts'
import type { MessageKey } from '../../messages/fr.ts'

export type Fairness = NonNullable<BundleEvaluation['fairness']>
export type FairnessAttribute = Fairness['attributes'][number]
export type FairnessBound = FairnessAttribute['bounds'][number]

export interface FairnessMeasure {
  bound: FairnessBound['measure']
  name: MessageKey
  hint: MessageKey
  read(group: FairnessGroup): Estimate | null
  /** Whether its figures are differences of rates, which stand on both sides of zero. */
  isGap: boolean
}

/** What the audit measures of each group, and the bound that it is held to. */
export const fairnessMeasures: FairnessMeasure[] = [
  {
    bound: 'selectionRateRatio',
    name: 'model.fairness.selection',
    hint: 'model.fairness.selection.hint',
    read: ({ selectionRate }) => selectionRate,
    isGap: false,
  },
  {
    bound: 'truePositiveRateGap',
    name: 'model.fairness.truePositive',
    hint: 'model.fairness.truePositive.hint',
    read: ({ truePositiveRate }) => truePositiveRate,
    isGap: false,
  },
  {
    bound: 'falsePositiveRateGap',
    name: 'model.fairness.falsePositive',
    hint: 'model.fairness.falsePositive.hint',
    read: ({ falsePositiveRate }) => falsePositiveRate,
    isGap: false,
  },
  {
    bound: 'calibrationGap',
    name: 'model.fairness.calibration',
    hint: 'model.fairness.calibration.hint',
    read: ({ calibrationGap }) => calibrationGap,
    isGap: true,
  },
]
