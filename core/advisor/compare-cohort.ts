import type { z } from 'zod'
import { readClientIds } from '#db/store/client-columns.ts'
import { keepUntilChanged } from '#db/store/keep-until-changed.ts'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { readOutcomes } from '#db/store/queries/read-outcomes.ts'
import { readProbabilities } from '#db/store/queries/read-probabilities.ts'
import { readSnapshot } from '#db/store/read-snapshot.ts'
import type { ChosenClients } from '../cohort/chosen-clients.ts'
import { compareFeature } from '../cohort/compare-feature.ts'
import { compareKnown } from '../cohort/compare-known.ts'
import { computeDefaultRate, computeMean } from '../cohort/compute-rates.ts'
import { countBelow } from '../cohort/count-below.ts'
import { knowValuesOf } from '../cohort/know-values-of.ts'
import { createKnownValues } from '../cohort/known-values.ts'
import { roundDigits } from '../cohort/round-digits.ts'
import {
  type Cohort,
  type CompareCohortAnswer,
  type CompareCohortInput,
  compareCohortInputSchema,
} from '../contracts/compare-cohort.ts'
import { rankReasons } from '../explanation/rank-reasons.ts'
import { assertPortfolioScored } from './assert-portfolio-scored.ts'
import { chooseCohort } from './choose-cohort.ts'
import { createUnknownClientError } from './create-unknown-client-error.ts'
import { createUnknownFeatureError } from './create-unknown-feature-error.ts'
import { describeStanding, roundPercentile } from './describe-standing.ts'
import { explainModelInput } from './explain-model-input.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { type ReadClient, readClient } from './read-client.ts'
import { readRankedFeature, readRankedProbabilities, readSortedFeature } from './read-ranked-values.ts'
import { recordAnswer } from './record-answer.ts'
import { scoreReadClient } from './score-client.ts'

const defaultFeatureCount = 6

/**
 * Compares a client with all clients, with those whom filters choose, or with the most similar ones: where the
 * client's probability of default and features stand, and how the group fared.
 *
 * @throws AdvisorError INVALID_INPUT, UNKNOWN_CLIENT, UNKNOWN_FEATURE, COHORT_TOO_SMALL, SCORE_NOT_FINITE;
 *   PORTFOLIO_NOT_SCORED while the served model has not scored every client.
 */
export async function compareCohort(
  advisor: AdvisorContext,
  input: CompareCohortInput,
): Promise<CompareCohortAnswer> {
  const question = parseInput(compareCohortInputSchema, input)
  const { clientId, language } = question
  const client = readClient(advisor, clientId)
  const score = await scoreReadClient(advisor, client, { clientId, language })
  const features =
    question.features ?? chooseStrongestReasons(advisor, client.modelInput, score.rawScoreLogOdds)
  const answer = readSnapshot(advisor.store, () => {
    // A load came between: the client's score and the others' would be of two datasets.
    if (advisor.servedDataset() !== client.dataset) return null
    return compareInStore(advisor, client, { ...question, features })
  })
  if (!answer) return compareCohort(advisor, input)
  answer.score.clientProbabilityOfDefault = score.probabilityOfDefault
  return recordAnswer(advisor, client, {
    kind: 'comparison',
    clientId,
    input: question,
    answer: { ...answer, provenance: score.provenance },
  })
}

function chooseStrongestReasons(
  advisor: AdvisorContext,
  modelInput: Float32Array,
  rawScoreLogOdds: number,
): string[] {
  const { contributionsLogOdds } = explainModelInput(advisor, modelInput, rawScoreLogOdds)
  const { positions } = rankReasons(contributionsLogOdds, defaultFeatureCount)
  return positions.map((position) => advisor.scorer.bundle.manifest.features[position] as string)
}

type Question = Required<z.output<typeof compareCohortInputSchema>>

function compareInStore(
  advisor: AdvisorContext,
  readClient: ReadClient,
  question: Question,
): Omit<CompareCohortAnswer, 'provenance'> {
  const { clientId, cohort, language } = question
  const { store } = advisor
  assertPortfolioScored(advisor)
  const client = findClientNumber(advisor, clientId)
  const { chosen, label } = chooseCohort(advisor, client, cohort, language)
  const probabilities = readProbabilities(store)
  const own = probabilities[client] as number
  const { percentile, histogram } = compareFeature(readRankedProbabilities(store), chosen, own)
  const { defaultRate, meanProbability } = readRates(store, cohort.kind, chosen)
  return {
    clientId,
    cohort: {
      kind: cohort.kind,
      label,
      size: chosen.members.length,
      observedDefaultRate: defaultRate === null ? null : roundDigits(defaultRate, 6),
      meanProbabilityOfDefault: roundDigits(meanProbability, 6),
    },
    score: {
      clientProbabilityOfDefault: own,
      percentile: roundPercentile(percentile as number),
      histogram,
    },
    features: compareFeatures(advisor, readClient, { ...question, chosen }),
  }
}

function readRates(store: FeatureStore, kind: Cohort['kind'], chosen: ChosenClients) {
  const compute = () => ({
    defaultRate: computeDefaultRate(chosen, readOutcomes(store)),
    meanProbability: computeMean(chosen, readProbabilities(store)),
  })
  return kind === 'all' ? keepUntilChanged(store, 'rates of all', compute) : compute()
}

function findClientNumber(advisor: AdvisorContext, clientId: number): number {
  const clientIds = readClientIds(advisor.store)
  const client = countBelow(clientIds, clientId)
  if (clientIds[client] !== clientId) throw createUnknownClientError(advisor, clientId)
  return client
}

function compareFeatures(
  advisor: AdvisorContext,
  { dataset, featureRow }: ReadClient,
  { features, language, cohort, chosen }: Question & { chosen: ChosenClients },
) {
  const words = dataset.featureWords(language)
  const format = { language, currency: advisor.currency }
  return [...new Set(features)].map((name) => {
    const feature = words.get(name)
    if (!feature) throw createUnknownFeatureError([...words.keys()], name)
    const own = featureRow[feature.position] as number
    const known =
      cohort.kind === 'all'
        ? createKnownValues(readSortedFeature(advisor.store, name))
        : knowValuesOf(readRankedFeature(advisor.store, name), chosen)
    return describeStanding(feature, own, compareKnown(known, chosen.members.length, own), format)
  })
}
