import type { Language } from '../contracts/language.ts'
import {
  type ScoreClientAnswer,
  type ScoreClientInput,
  scoreClientInputSchema,
} from '../contracts/score-client.ts'
import { createProvenance } from './create-provenance.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { type ReadClient, readClient } from './read-client.ts'
import { recordAnswer } from './record-answer.ts'
import { type ClientScore, scoreModelInput } from './score-model-input.ts'

/**
 * Scores one client with the served model, from the features in the store.
 *
 * @throws AdvisorError INVALID_INPUT, UNKNOWN_CLIENT, SCORE_NOT_FINITE or AUDIT_UNAVAILABLE.
 */
export async function scoreClient(
  advisor: AdvisorContext,
  input: ScoreClientInput,
): Promise<ScoreClientAnswer> {
  const { clientId, language } = parseInput(scoreClientInputSchema, input)
  const client = readClient(advisor, clientId)
  const answer = await scoreReadClient(advisor, client, { clientId, language })
  return recordAnswer(advisor, client, { kind: 'score', clientId, input: { clientId, language }, answer })
}

/**
 * Scores a client that was read already.
 *
 * @throws AdvisorError SCORE_NOT_FINITE.
 */
export async function scoreReadClient(
  advisor: AdvisorContext,
  { dataset, modelInput }: ReadClient,
  { clientId, language }: { clientId: number; language: Language },
): Promise<ScoreClientAnswer> {
  const [score] = (await scoreModelInput(advisor, modelInput, [clientId])) as [ClientScore]
  return {
    ...score,
    probabilityOfRepayment: 1 - score.probabilityOfDefault,
    decisionThreshold: advisor.scorer.bundle.manifest.decision.threshold,
    provenance: createProvenance(advisor, dataset, language),
  }
}
