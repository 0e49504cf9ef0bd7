import type { CompareCohortAnswer, FeatureComparison } from '#core/contracts/compare-cohort.ts'
import { DataTable } from '../charts/data-table.tsx'
import { useMessages } from '../components/use-messages.ts'
import { formatFeature } from '../format/format-feature.ts'
import { usePercentile } from './use-percentile.ts'

/** The distributions' quartiles and the client's place in them. */
export function ComparisonTable({ comparison }: { comparison: CompareCohortAnswer }) {
  const messages = useMessages()
  const { t, format } = messages
  const percentileWords = usePercentile()
  const none = '–'
  const quartiles = ({ unit, p25, p75, medianDisplayValue }: FeatureComparison) => {
    const say = (quantile: number | null) =>
      quantile === null || unit === 'code' ? none : formatFeature(quantile, unit, messages)
    return [say(p25), medianDisplayValue ?? none, say(p75)]
  }
  const { score, features } = comparison
  return (
    <DataTable
      caption={t('compare.caption')}
      columns={[
        t('reasons.column.element'),
        t('compare.column.own'),
        t('compare.column.percentile'),
        t('compare.column.p25'),
        t('compare.column.median'),
        t('compare.column.p75'),
        t('compare.column.known'),
      ]}
      rows={[
        {
          key: 'score',
          cells: [
            t('compare.score'),
            format.probability(score.clientProbabilityOfDefault),
            percentileWords.rank(score.percentile),
            none,
            none,
            none,
            format.share(1),
          ],
        },
        ...features.map((feature) => ({
          key: feature.feature,
          cells: [
            feature.label,
            feature.displayValue,
            feature.percentile === null ? none : percentileWords.rank(feature.percentile),
            ...quartiles(feature),
            format.share(feature.knownShare),
          ],
        })),
      ]}
    />
  )
}
