import { scoreClientAnswerSchema } from '#core/contracts/score-client.ts'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { DecisionPanel } from '../../panels/decision-panel.tsx'
import { AnswerLine } from '../answer-line.tsx'
import type { PanelViewProps } from '../panel-view-props.ts'

/** `scoreClient`: the advice and its gauge. */
export function ScoreView({ answer, scale: { reviewBand, riskClassUpperBounds } }: PanelViewProps) {
  const score = scoreClientAnswerSchema.parse(answer)
  const view: Omit<ViewClientAnswer, 'profile'> = { score, reviewBand, riskClassUpperBounds }
  return (
    <>
      <AnswerLine clientId={score.clientId} provenance={score.provenance} />
      <DecisionPanel view={view} />
    </>
  )
}
