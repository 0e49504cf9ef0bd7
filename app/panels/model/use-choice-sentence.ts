import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import { useMessages } from '../../components/use-messages.ts'
import { useCandidateWords } from './use-candidate-words.ts'

type Candidate = BundleEvaluation['candidates'][number]

/** Why the chosen candidate was chosen: the rule of training, and how the figures met it. */
export function useChoiceSentence(candidates: readonly Candidate[]): string {
  const { t, format } = useMessages()
  const words = useCandidateWords()
  const rule = t('model.candidates.rule')
  const chosen = candidates.find((candidate) => candidate.chosen)
  const eligible = candidates.filter(({ servable, chosen }) => servable || chosen)
  const cheapest = eligible.reduce<Candidate | undefined>(
    (best, candidate) => (best && best.costPerClient.mean <= candidate.costPerClient.mean ? best : candidate),
    undefined,
  )
  if (!chosen || !cheapest) return rule
  const name = (candidate: Candidate) => {
    const { model, imbalance } = words(candidate)
    return t('model.candidate.named', { model, imbalance })
  }
  const values = {
    chosen: name(chosen),
    cost: format.decimal(chosen.costPerClient.mean, 4),
    auc: format.decimal(chosen.auc.mean, 4),
    cheapest: name(cheapest),
    lowest: format.decimal(cheapest.costPerClient.mean, 4),
  }
  const reason = cheapest.name === chosen.name ? 'model.candidates.cheapest' : 'model.candidates.withinNoise'
  return `${rule} ${t(reason, values)}`
}
