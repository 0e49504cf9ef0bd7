import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { describeDistance, type ThresholdDistance } from '../charts/describe-distance.ts'
import { GaugeLegend } from '../charts/gauge-legend.tsx'
import { GaugeTable } from '../charts/gauge-table.tsx'
import { RepaymentGauge } from '../charts/repayment-gauge.tsx'
import { AdviceBadge } from '../components/advice-badge.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'
import { Panel } from './panel.tsx'
import { RiskClassTable, riskClassMeanings } from './risk-class-table.tsx'

const distanceMessages: Record<ThresholdDistance['side'], MessageKey> = {
  above: 'decision.above',
  below: 'decision.below',
  at: 'decision.at',
}

/** The advice: the probability of repayment, its distance to the threshold, and what that means in words. */
export function DecisionPanel({ view }: { view: Omit<ViewClientAnswer, 'profile'> }) {
  const { t, format } = useMessages()
  const { score, reviewBand } = view
  const { side, points } = describeDistance(score)
  const distance = t(distanceMessages[side], {
    points: t('decision.points', { points, text: format.points(points) }),
    threshold: format.share(1 - score.decisionThreshold),
  })
  return (
    <Panel id="decision" title={t('decision.title')} className="lg:col-span-5 print:col-span-6">
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="text-display font-[640] tracking-[-0.03em]">
          {format.probability(score.probabilityOfRepayment)}
        </p>
        <p className="flex flex-wrap gap-2">
          <AdviceBadge advice={score.advice} size="large" />
          <span className="inline-flex items-center rounded-md bg-sunken px-2.5 py-1 font-[580] text-ink-2">
            {t('class.said', {
              riskClass: score.riskClass,
              meaning: t(riskClassMeanings[score.riskClass]),
            })}
          </span>
        </p>
        <p className="text-xs text-ink-3 sm:ml-auto">
          {t('decision.default', { probability: format.probability(score.probabilityOfDefault) })}
        </p>
      </div>
      <div className="mt-5">
        <RepaymentGauge view={view} />
        <GaugeLegend reviewBand={reviewBand} />
      </div>
      <div className="mt-4 max-w-prose text-ink-2">
        <p>
          <strong className="font-[580] text-ink">{distance}</strong>{' '}
          {score.advice === 'review' &&
            `${t('decision.band', {
              lower: format.share(1 - reviewBand.upper),
              upper: format.share(1 - reviewBand.lower),
            })} `}
          {t('decision.frequency', { count: Math.round(score.probabilityOfDefault * 100) })}
        </p>
        <p className="mt-1 text-ink-3">{t('advice.human')}</p>
      </div>
      <GaugeTable view={view} />
      <RiskClassTable view={view} />
    </Panel>
  )
}
