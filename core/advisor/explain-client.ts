import {
  type ExplainClientAnswer,
  type ExplainClientInput,
  explainClientInputSchema,
  type Reason,
} from '../contracts/explain-client.ts'
import type { Language } from '../contracts/language.ts'
import { describeReason } from '../contracts/wording/describe-reason.ts'
import { formatFeatureValue } from '../contracts/wording/format-feature-value.ts'
import { rankReasons } from '../explanation/rank-reasons.ts'
import { sumThemes } from '../explanation/sum-themes.ts'
import { explainModelInput } from './explain-model-input.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { readClient } from './read-client.ts'
import type { DescribedFeature } from './read-feature-words.ts'
import { recordAnswer } from './record-answer.ts'
import { scoreReadClient } from './score-client.ts'

/**
 * Explains one client's score by exact Shapley values of the served model: the features that move it most in plain
 * sentences, every feature summed by theme.
 *
 * @throws AdvisorError as `scoreClient` does, and BUNDLE_CORRUPT when the contributions do not add up to the score.
 */
export async function explainClient(
  advisor: AdvisorContext,
  input: ExplainClientInput,
): Promise<ExplainClientAnswer> {
  const question = parseInput(explainClientInputSchema, input)
  const { clientId, maxReasons, language } = question
  const client = readClient(advisor, clientId)
  const { dataset, modelInput } = client
  const score = await scoreReadClient(advisor, client, { clientId, language })
  const explanation = explainModelInput(advisor, modelInput, score.rawScoreLogOdds)
  const { contributionsLogOdds, baseValueLogOdds, additivityError } = explanation
  const words = dataset.featureWords(language)
  const features = advisor.scorer.bundle.manifest.features.map((name) => words.get(name) as DescribedFeature)
  const themeLabels = new Map(features.map(({ theme, themeLabel }) => [theme, themeLabel]))
  const { positions, otherContributionLogOdds } = rankReasons(contributionsLogOdds, maxReasons)
  const answer = {
    ...score,
    baseValueLogOdds,
    reasons: positions.map((position) =>
      sayReason(advisor, language, {
        feature: features[position] as DescribedFeature,
        value: modelInput[position] as number,
        contributionLogOdds: contributionsLogOdds[position] as number,
      }),
    ),
    otherContributionLogOdds,
    themes: sumThemes(
      contributionsLogOdds,
      features.map(({ theme }) => theme),
    ).map((sum) => ({ ...sum, label: themeLabels.get(sum.theme) as string })),
    additivityError,
  }
  return recordAnswer(advisor, client, { kind: 'explanation', clientId, input: question, answer })
}

interface RankedFeature {
  feature: DescribedFeature
  value: number
  contributionLogOdds: number
}

function sayReason(
  { spreads, currency }: AdvisorContext,
  language: Language,
  { feature, value, contributionLogOdds }: RankedFeature,
): Reason {
  const known = Number.isNaN(value) ? null : value
  const spread = spreads.get(feature.name) ?? null
  const format = { language, currency }
  return {
    feature: feature.name,
    label: feature.label,
    sentence: describeReason(known, feature, spread, format),
    theme: feature.theme,
    value: known,
    displayValue: formatFeatureValue(known, feature, format),
    medianDisplayValue: spread && formatFeatureValue(spread.median, feature, format),
    contributionLogOdds,
    direction: contributionLogOdds > 0 ? 'raisesRisk' : 'lowersRisk',
  }
}
