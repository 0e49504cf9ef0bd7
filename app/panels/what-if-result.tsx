import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { ChangeTrack } from '../charts/change-track.tsx'
import { AdviceBadge } from '../components/advice-badge.tsx'
import { Icon } from '../components/icon.tsx'
import { RiskClassLetter } from '../components/risk-class-letter.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { Simulation } from '../what-if/use-what-if.ts'

interface WhatIfResultProps {
  view: Pick<ViewClientAnswer, 'score' | 'reviewBand' | 'riskClassUpperBounds'>
  simulation: Simulation
  isPending: boolean
  description: string
}

/** Probability, advice and class before and after. It keeps its height, so that sliders stay under the finger. */
export function WhatIfResult({ view, simulation, isPending, description }: WhatIfResultProps) {
  const { format } = useMessages()
  const answer = simulation?.answer ?? null
  const before = answer?.before ?? view.score
  const sides = answer ? [before, answer.after] : [before]
  const isWorse = answer && answer.after.probabilityOfRepayment < before.probabilityOfRepayment
  return (
    <div aria-busy={isPending} className={`mt-3 transition-opacity ${isPending ? 'opacity-60' : ''}`}>
      <div className="flex min-h-15 flex-wrap content-center items-center gap-x-3 gap-y-1 @lg:min-h-7">
        {sides.map(({ probabilityOfRepayment, advice, riskClass }, index) => (
          <div key={index === 0 ? 'before' : 'after'} className="flex items-center gap-2">
            {index === 1 && <Icon name="next" className="size-4 text-ink-3" />}
            <span
              className={`text-lg font-[640] tabular-nums ${index === 0 ? 'text-ink-2' : isWorse ? 'text-bad' : 'text-good'}`}
            >
              {format.probability(probabilityOfRepayment)}
            </span>
            <AdviceBadge advice={advice} />
            <RiskClassLetter riskClass={riskClass} />
          </div>
        ))}
      </div>
      <div className="mt-1">
        <ChangeTrack view={view} simulation={answer} description={description} />
      </div>
    </div>
  )
}
