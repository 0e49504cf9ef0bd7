import {
  type SimulateClientAnswer,
  type SimulateClientInput,
  type SimulatedScore,
  simulateClientInputSchema,
} from '../contracts/simulate-client.ts'
import { createProvenance } from './create-provenance.ts'
import { createWhatIf } from './create-what-if.ts'
import { joinRows } from './join-rows.ts'
import { listMovedFeatures } from './list-moved-features.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { recordAnswer } from './record-answer.ts'
import { type ClientScore, scoreModelInput } from './score-model-input.ts'

/**
 * Scores a client as they are and as they would be with some changes, and says which features moved and how the
 * reasons changed. No change at all gives the score as it is twice.
 *
 * @throws AdvisorError INVALID_INPUT for changes that are unknown or not plausible; UNKNOWN_CLIENT.
 */
export async function simulateClient(
  advisor: AdvisorContext,
  input: SimulateClientInput,
): Promise<SimulateClientAnswer> {
  const question = parseInput(simulateClientInputSchema, input)
  const { clientId, changes, language } = question
  const { dataset, featureRow, change } = createWhatIf(advisor, clientId)
  const rowAfter = change([changes])
  const inputBefore = dataset.selectModelFeatures(featureRow)
  const inputAfter = dataset.selectModelFeatures(rowAfter)
  const [before, after] = (await scoreModelInput(advisor, joinRows([inputBefore, inputAfter]), [
    clientId,
    clientId,
  ])) as [ClientScore, ClientScore]
  const answer = {
    clientId,
    changes,
    before: toSimulatedScore(before),
    after: toSimulatedScore(after),
    decisionThreshold: advisor.scorer.bundle.manifest.decision.threshold,
    ...listMovedFeatures(advisor, [...dataset.featureWords(language).values()], {
      language,
      before: { featureRow, modelInput: inputBefore, rawScoreLogOdds: before.rawScoreLogOdds },
      after: { featureRow: rowAfter, modelInput: inputAfter, rawScoreLogOdds: after.rawScoreLogOdds },
    }),
    provenance: createProvenance(advisor, dataset, language),
  }
  return recordAnswer(
    advisor,
    { dataset, featureRow },
    { kind: 'simulation', clientId, input: question, answer },
  )
}

/** A score without its client, as a scenario shows it. */
export function toSimulatedScore(score: ClientScore): SimulatedScore {
  const { probabilityOfDefault, rawScoreLogOdds, advice, riskClass } = score
  return {
    probabilityOfDefault,
    probabilityOfRepayment: 1 - probabilityOfDefault,
    rawScoreLogOdds,
    advice,
    riskClass,
  }
}
