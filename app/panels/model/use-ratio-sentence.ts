import { useMessages } from '../../components/use-messages.ts'
import type { RatioDecision, ServedRule } from '../../model-page/decide-at-ratio.ts'

/** What a cost ratio leads to, said in words: they are read out when the slider moves. */
export function useRatioSentence(decision: RatioDecision, served: ServedRule): string {
  const { t, format } = useMessages()
  const { ratio, threshold, indifference, costPerClient, servedCostPerClient } = decision
  const values = {
    ratio: format.compact(ratio),
    threshold: format.share(threshold),
    indifference: format.share(indifference),
  }
  const rule = t(ratio === served.ratio ? 'model.cost.sentence.served' : 'model.cost.sentence.other', values)
  const blanket = Math.min(decision.grantAllCostPerClient, decision.refuseAllCostPerClient)
  const saved = t('model.cost.sentence.saved', {
    percent: format.decimal(Math.max(0, 1 - costPerClient / blanket) * 100, 0),
    blanket: format.decimal(blanket, 3),
  })
  if (ratio === served.ratio) return `${rule} ${saved}`
  const kept = t('model.cost.sentence.kept', {
    threshold: format.share(served.threshold),
    cost: format.decimal(servedCostPerClient, 3),
  })
  return `${rule} ${saved} ${kept}`
}
