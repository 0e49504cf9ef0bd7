import type { Advice, RiskClass } from '../contracts/decision.ts'
import { assessAdvice, assessRiskClass } from '../scoring/assess-decision.ts'
import type { AdvisorContext } from './open-advisor.ts'

export interface ClientScore {
  clientId: number
  probabilityOfDefault: number
  rawScoreLogOdds: number
  advice: Advice
  riskClass: RiskClass
}

/**
 * Scores rows of the model's input, one for each id.
 *
 * @throws AdvisorError SCORE_NOT_FINITE.
 */
export async function scoreModelInput(
  advisor: AdvisorContext,
  modelInput: Float32Array,
  clientIds: readonly number[],
): Promise<ClientScore[]> {
  if (clientIds.length === 0) return []
  const { rawScoresLogOdds, probabilitiesOfDefault } = await advisor.scorer.scoreBatch(
    modelInput,
    clientIds.length,
  )
  const { decision } = advisor.scorer.bundle.manifest
  return clientIds.map((clientId, i) => {
    const probabilityOfDefault = probabilitiesOfDefault[i] as number
    return {
      clientId,
      probabilityOfDefault,
      rawScoreLogOdds: rawScoresLogOdds[i] as number,
      advice: assessAdvice(probabilityOfDefault, decision),
      riskClass: assessRiskClass(probabilityOfDefault, decision),
    }
  })
}
