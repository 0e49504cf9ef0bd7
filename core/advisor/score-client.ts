import {
  type ScoreClientAnswer,
  type ScoreClientInput,
  scoreClientInputSchema,
} from '../contracts/score-client.ts'
import { createProvenance } from './create-provenance.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { readModelInput } from './read-model-input.ts'
import { type ClientScore, scoreModelInput } from './score-model-input.ts'

/**
 * Scores one client with the served model, from the features in the store.
 *
 * @throws AdvisorError INVALID_INPUT, UNKNOWN_CLIENT or SCORE_NOT_FINITE.
 */
export async function scoreClient(
  advisor: AdvisorContext,
  input: ScoreClientInput,
): Promise<ScoreClientAnswer> {
  return (await scoreClientWithInput(advisor, input)).answer
}

/** The same, with the row that the model read: what an explanation explains. */
export async function scoreClientWithInput(
  advisor: AdvisorContext,
  input: ScoreClientInput,
): Promise<{ answer: ScoreClientAnswer; modelInput: Float32Array }> {
  const { clientId, language } = parseInput(scoreClientInputSchema, input)
  const dataset = advisor.servedDataset()
  const modelInput = readModelInput(advisor, [clientId])
  const [score] = (await scoreModelInput(advisor, modelInput, [clientId])) as [ClientScore]
  const answer = {
    ...score,
    probabilityOfRepayment: 1 - score.probabilityOfDefault,
    decisionThreshold: advisor.scorer.bundle.manifest.decision.threshold,
    provenance: createProvenance(advisor, dataset, language),
  }
  return { answer, modelInput }
}
