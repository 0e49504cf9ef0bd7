import type { SimulateClientAnswer } from '#core/contracts/simulate-client.ts'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { ChangeTrack } from '../charts/change-track.tsx'
import { AdviceBadge, adviceMessages } from '../components/advice-badge.tsx'
import { Icon } from '../components/icon.tsx'
import { RiskClassLetter } from '../components/risk-class-letter.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { Simulation } from '../what-if/use-what-if.ts'
import { MovedFeatures } from './moved-features.tsx'
import { PanelProblemNote } from './panel-problem.tsx'

interface WhatIfResultProps {
  view: ViewClientAnswer
  simulation: Simulation
  isPending: boolean
  contractLabels: Record<string, string>
}

/** Before and after: probability, advice, class, and what moved. Said aloud when it changes. */
export function WhatIfResult({ view, simulation, isPending, contractLabels }: WhatIfResultProps) {
  const { t } = useMessages()
  const answer = simulation?.answer ?? null
  const description = useChangeSentence(view, answer)
  return (
    <div aria-busy={isPending} className={`mt-3 transition-opacity ${isPending ? 'opacity-60' : ''}`}>
      <Figures view={view} answer={answer} />
      <div className="mt-2">
        <ChangeTrack view={view} simulation={answer} description={description} />
      </div>
      <output aria-live="polite" className="mt-1 block text-ink-2">
        {simulation?.problem ? <PanelProblemNote problem={simulation.problem} /> : description}
      </output>
      {answer && <MovedFeatures simulation={answer} profile={view.profile} contractLabels={contractLabels} />}
      <span className="sr-only" role="status">
        {isPending ? t('loading.label') : ''}
      </span>
    </div>
  )
}

function Figures({ view, answer }: { view: ViewClientAnswer; answer: SimulateClientAnswer | null }) {
  const { format } = useMessages()
  const before = answer?.before ?? view.score
  const sides = answer ? [before, answer.after] : [before]
  const tone =
    answer && answer.after.probabilityOfRepayment < before.probabilityOfRepayment ? 'text-bad' : 'text-good'
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {sides.map(({ probabilityOfRepayment, advice, riskClass }, index) => (
        <div key={index === 0 ? 'before' : 'after'} className="flex items-center gap-2">
          {index === 1 && <Icon name="next" className="size-4 text-ink-3" />}
          <span className={`text-lg font-[640] tabular-nums ${index === 1 ? tone : 'text-ink-2'}`}>
            {format.probability(probabilityOfRepayment)}
          </span>
          <AdviceBadge advice={advice} />
          <RiskClassLetter riskClass={riskClass} />
        </div>
      ))}
    </div>
  )
}

function useChangeSentence(view: ViewClientAnswer, answer: SimulateClientAnswer | null): string {
  const { t, format } = useMessages()
  if (!answer) return t('whatIf.unchanged', { before: format.probability(view.score.probabilityOfRepayment) })
  const { before, after } = answer
  const isSame = before.advice === after.advice
  const probabilities = t('whatIf.sentence', {
    before: format.probability(before.probabilityOfRepayment),
    after: format.probability(after.probabilityOfRepayment),
    threshold: format.share(1 - answer.decisionThreshold),
  })
  const advice = t(isSame ? 'whatIf.sameAdvice' : 'whatIf.newAdvice', {
    before: t(adviceMessages[before.advice]),
    after: t(adviceMessages[after.advice]),
  })
  return `${probabilities} ${advice}`
}
