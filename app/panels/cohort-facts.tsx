import type { CompareCohortAnswer } from '#core/contracts/compare-cohort.ts'
import { useMessages } from '../components/use-messages.ts'
import { usePercentile } from './use-percentile.ts'

/** The group in figures, and in a sentence where the client stands in it. */
export function CohortFacts({ comparison }: { comparison: CompareCohortAnswer }) {
  const { t, format } = useMessages()
  const percentileWords = usePercentile()
  const { cohort, score } = comparison
  const { observedDefaultRate } = cohort
  const facts: [label: string, figure: string][] = [
    [t('compare.size'), format.integer(cohort.size)],
    [
      t('compare.rate'),
      observedDefaultRate === null ? t('compare.unknown') : format.share(observedDefaultRate),
    ],
    [t('compare.mean'), format.probability(cohort.meanProbabilityOfDefault)],
    [t('compare.own'), format.probability(score.clientProbabilityOfDefault)],
  ]
  return (
    <>
      <p className="mt-3 text-ink-2">
        <strong className="font-[580] text-ink">{cohort.label}.</strong>{' '}
        {t('compare.sentence', {
          percent: percentileWords.share(score.percentile),
          own: format.probability(score.clientProbabilityOfDefault),
          mean: format.probability(cohort.meanProbabilityOfDefault),
        })}
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-x-8 gap-y-3 border-y border-line py-3 lg:grid-cols-4 print:grid-cols-4">
        {facts.map(([label, figure]) => (
          <div key={label}>
            <dt className="text-xs text-ink-2">{label}</dt>
            <dd className="text-lg font-[620]">{figure}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
