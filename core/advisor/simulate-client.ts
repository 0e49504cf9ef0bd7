import type { Language } from '../contracts/language.ts'
import {
  type MovedFeature,
  type SimulateClientAnswer,
  type SimulateClientInput,
  type SimulatedScore,
  simulateClientInputSchema,
} from '../contracts/simulate-client.ts'
import { createProvenance } from './create-provenance.ts'
import { createWhatIf } from './create-what-if.ts'
import { explainModelInput } from './explain-model-input.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import type { DescribedFeature } from './read-feature-words.ts'
import { type ClientScore, scoreModelInput } from './score-model-input.ts'

/**
 * Scores a client as they are and as they would be with some changes, and says which features moved.
 *
 * @throws AdvisorError INVALID_INPUT for changes that are empty, unknown or not plausible; UNKNOWN_CLIENT.
 */
export async function simulateClient(
  advisor: AdvisorContext,
  input: SimulateClientInput,
): Promise<SimulateClientAnswer> {
  const { clientId, changes, language } = parseInput(simulateClientInputSchema, input)
  const dataset = advisor.servedDataset()
  const whatIf = createWhatIf(advisor, clientId)
  const storedAfter = whatIf.change(changes)
  const both = new Float32Array(2 * whatIf.stored.length)
  both.set(whatIf.stored)
  both.set(storedAfter, whatIf.stored.length)
  const modelInput = dataset.selectModelFeatures(both, 2)
  const [before, after] = (await scoreModelInput(advisor, modelInput, [clientId, clientId])) as [
    ClientScore,
    ClientScore,
  ]
  const featureCount = modelInput.length / 2
  return {
    clientId,
    changes,
    before: toSimulatedScore(before),
    after: toSimulatedScore(after),
    decisionThreshold: advisor.scorer.bundle.manifest.decision.threshold,
    movedFeatures: listMovedFeatures(advisor, language, {
      before: { stored: whatIf.stored, modelInput: modelInput.subarray(0, featureCount), score: before },
      after: { stored: storedAfter, modelInput: modelInput.subarray(featureCount), score: after },
    }),
    provenance: createProvenance(advisor, dataset, language),
  }
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

interface Side {
  stored: Float32Array
  modelInput: Float32Array
  score: ClientScore
}

function listMovedFeatures(
  advisor: AdvisorContext,
  language: Language,
  { before, after }: { before: Side; after: Side },
): MovedFeature[] {
  const words = [...advisor.servedDataset().featureWords(language).values()]
  const contributionsBefore = contributionsByName(advisor, before)
  const contributionsAfter = contributionsByName(advisor, after)
  return words
    .filter(({ position }) => !Object.is(before.stored[position], after.stored[position]))
    .map((feature) => ({
      feature: feature.name,
      label: feature.label,
      unit: feature.unit,
      valueBefore: knownValue(before, feature),
      valueAfter: knownValue(after, feature),
      contributionBeforeLogOdds: contributionsBefore.get(feature.name) ?? 0,
      contributionAfterLogOdds: contributionsAfter.get(feature.name) ?? 0,
    }))
    .sort((a, b) => moveOf(b) - moveOf(a))
}

function contributionsByName(advisor: AdvisorContext, { modelInput, score }: Side): Map<string, number> {
  const { contributionsLogOdds } = explainModelInput(advisor, modelInput, score.rawScoreLogOdds)
  const names = advisor.scorer.bundle.manifest.features
  return new Map(names.map((name, i) => [name, contributionsLogOdds[i] as number]))
}

function knownValue({ stored }: Side, { position }: DescribedFeature): number | null {
  const value = stored[position] as number
  return Number.isNaN(value) ? null : value
}

function moveOf({ contributionBeforeLogOdds, contributionAfterLogOdds }: MovedFeature): number {
  return Math.abs(contributionAfterLogOdds - contributionBeforeLogOdds)
}
