import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { computeWindowLayout } from '../../charts/compute-window-layout.ts'
import { useMessages } from '../../components/use-messages.ts'
import { useWindowLabels, type WindowLabels } from './use-window-labels.ts'

export interface DistributionWords extends WindowLabels {
  /** Where the windows differ most; null when neither has a value. */
  description: string | null
  /** The same, short. */
  moved: string
}

/** A column's two distributions in words. */
export function useDistributionWords(distribution: WindowDistribution): DistributionWords {
  const { t, format } = useMessages()
  const labels = useWindowLabels(distribution)
  const { bars } = computeWindowLayout(distribution)
  const differences = bars.map(({ referenceShare, currentShare }) => Math.abs(currentShare - referenceShare))
  const index = differences.indexOf(Math.max(...differences))
  const bar = bars[index]
  if (!bar) return { ...labels, description: null, moved: '' }
  const values = {
    label: distribution.label,
    bin: labels.bins[index] ?? '',
    reference: format.share(bar.referenceShare),
    current: format.share(bar.currentShare),
  }
  return {
    ...labels,
    description: t('drift.distribution.description', values),
    moved: t('drift.distribution.moved', values),
  }
}
