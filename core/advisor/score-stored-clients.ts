import { findClientFeatures } from '#db/store/queries/find-client-features.ts'
import type { Advice, RiskClass } from '../contracts/decision.ts'
import { assessAdvice, assessRiskClass } from '../scoring/assess-decision.ts'
import { createUnknownClientError } from './create-unknown-client-error.ts'
import type { AdvisorContext } from './open-advisor.ts'

export interface ClientScore {
  clientId: number
  probabilityOfDefault: number
  rawScoreLogOdds: number
  advice: Advice
  riskClass: RiskClass
}

/**
 * Scores clients with the served model from the features in the store, in the order given.
 *
 * @throws AdvisorError UNKNOWN_CLIENT for the first id that is not in the store, SCORE_NOT_FINITE.
 */
export async function scoreStoredClients(
  advisor: AdvisorContext,
  clientIds: readonly number[],
): Promise<ClientScore[]> {
  if (clientIds.length === 0) return []
  // One snapshot: a load between the two reads would pair one dataset's columns with another's values.
  const rows = advisor.store.database.transaction(() => readModelInput(advisor, clientIds))()
  const { rawScoresLogOdds, probabilitiesOfDefault } = await advisor.scorer.scoreBatch(rows, clientIds.length)
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

function readModelInput(advisor: AdvisorContext, clientIds: readonly number[]): Float32Array {
  const { storedFeatureCount, selectModelFeatures } = advisor.servedDataset()
  const stored = new Float32Array(clientIds.length * storedFeatureCount)
  clientIds.forEach((clientId, i) => {
    const features = findClientFeatures(advisor.store, clientId)
    if (!features) throw createUnknownClientError(advisor, clientId)
    stored.set(features, i * storedFeatureCount)
  })
  return selectModelFeatures(stored, clientIds.length)
}
