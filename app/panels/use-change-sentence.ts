import type { ScoreClientAnswer } from '#core/contracts/score-client.ts'
import type { SimulateClientAnswer } from '#core/contracts/simulate-client.ts'
import { adviceMessages } from '../components/advice-badge.tsx'
import { useMessages } from '../components/use-messages.ts'

/** What the changes do to probability and advice, in words. */
export function useChangeSentence(score: ScoreClientAnswer, simulation: SimulateClientAnswer | null): string {
  const { t, format } = useMessages()
  if (!simulation) return t('whatIf.unchanged', { before: format.probability(score.probabilityOfRepayment) })
  const { before, after, decisionThreshold } = simulation
  const probabilities = t('whatIf.sentence', {
    before: format.probability(before.probabilityOfRepayment),
    after: format.probability(after.probabilityOfRepayment),
    threshold: format.share(1 - decisionThreshold),
  })
  const advice = t(before.advice === after.advice ? 'whatIf.sameAdvice' : 'whatIf.newAdvice', {
    before: t(adviceMessages[before.advice]),
    after: t(adviceMessages[after.advice]),
  })
  return `${probabilities} ${advice}`
}
