import type { CompareCohortAnswer } from '#core/contracts/compare-cohort.ts'
import { HistogramChart } from '../charts/histogram-chart.tsx'
import { useMessages } from '../components/use-messages.ts'
import { usePercentile } from './use-percentile.ts'

/** How the cohort's probabilities of default are spread, and where the client's lies. */
export function ScoreStanding({ comparison }: { comparison: CompareCohortAnswer }) {
  const { t, format } = useMessages()
  const percentileWords = usePercentile()
  const { score } = comparison
  const own = format.probability(score.clientProbabilityOfDefault)
  return (
    <div className="flex min-w-0 flex-col break-inside-avoid">
      <h3 className="mb-auto flex items-baseline gap-3">
        {t('compare.score')}
        <span className="ml-auto font-[580]">{own}</span>
      </h3>
      <HistogramChart
        histogram={score.histogram}
        clientValue={score.clientProbabilityOfDefault}
        median={null}
        clientLabel={percentileWords.rank(score.percentile)}
        description={t('compare.score.description', {
          own,
          percent: percentileWords.share(score.percentile),
        })}
      />
    </div>
  )
}
