import {
  type ScoreClientAnswer,
  type ScoreClientInput,
  scoreClientInputSchema,
} from '../contracts/score-client.ts'
import { createProvenance } from './create-provenance.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { type ClientScore, scoreStoredClients } from './score-stored-clients.ts'

/**
 * Scores one client with the served model, from the features in the store.
 *
 * @throws AdvisorError INVALID_INPUT, UNKNOWN_CLIENT or SCORE_NOT_FINITE.
 */
export async function scoreClient(
  advisor: AdvisorContext,
  input: ScoreClientInput,
): Promise<ScoreClientAnswer> {
  const { clientId, language } = parseInput(scoreClientInputSchema, input)
  const dataset = advisor.servedDataset()
  const [score] = (await scoreStoredClients(advisor, [clientId])) as [ClientScore]
  return {
    ...score,
    probabilityOfRepayment: 1 - score.probabilityOfDefault,
    decisionThreshold: advisor.scorer.bundle.manifest.decision.threshold,
    provenance: createProvenance(advisor, dataset, language),
  }
}
