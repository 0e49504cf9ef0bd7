import type { FeatureComparison } from '#core/contracts/compare-cohort.ts'
import { HistogramChart } from '../charts/histogram-chart.tsx'
import { AskAbout } from '../chat/pane/ask-about.tsx'
import { useMessages } from '../components/use-messages.ts'
import { usePercentile } from './use-percentile.ts'

/** One feature: the client's value among the cohort's, in a drawing and in words. */
export function FeatureStanding({ standing }: { standing: FeatureComparison }) {
  const { t } = useMessages()
  const { label, displayValue, clientValue, histogram } = standing
  const { mark, description } = useStandingWords(standing)
  return (
    <div className="flex min-w-0 flex-col break-inside-avoid">
      <div className="mb-auto flex items-baseline">
        <h3 className="flex min-w-0 flex-1 items-baseline gap-3">
          <span className="min-w-0">{label}</span>
          <span className={`ml-auto text-right ${clientValue === null ? 'text-ink-3' : 'font-[580]'}`}>
            {displayValue}
          </span>
        </h3>
        <AskAbout isQuiet subject={label} question={t('chat.ask.standing', { feature: label })} />
      </div>
      {histogram.counts.length === 0 ? (
        <p className="py-6 text-xs text-ink-3">{t('compare.nobody')}</p>
      ) : (
        <HistogramChart
          histogram={histogram}
          clientValue={clientValue}
          median={histogram.valueLabels ? null : standing.median}
          description={description}
          clientLabel={mark}
        />
      )}
    </div>
  )
}

function useStandingWords(standing: FeatureComparison): { mark: string; description: string } {
  const { t, format } = useMessages()
  const percentileWords = usePercentile()
  const { label, displayValue, medianDisplayValue, percentile, clientValue } = standing
  const values = { label, own: displayValue, median: medianDisplayValue ?? '–' }
  if (clientValue === null || percentile === null) {
    return { mark: t('compare.missing'), description: t('compare.description.missing', values) }
  }
  const share = findShareAlike(standing)
  if (share !== null) {
    const words = { ...values, share: format.share(share) }
    return { mark: t('compare.alike', words), description: t('compare.description.alike', words) }
  }
  const percent = percentileWords.share(percentile)
  return {
    mark: percentileWords.rank(percentile),
    description: t('compare.description', { ...values, percent }),
  }
}

/** Of categories, how many of the cohort have the client's; null for quantities. */
function findShareAlike({ histogram, clientValue }: FeatureComparison): number | null {
  const { values, valueLabels, counts } = histogram
  if (!values || !valueLabels) return null
  const total = counts.reduce((sum, count) => sum + count, 0)
  const own = counts[values.indexOf(clientValue ?? Number.NaN)] ?? 0
  return total === 0 ? 0 : own / total
}
