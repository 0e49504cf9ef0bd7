import type { Language } from '../contracts/language.ts'
import type { MovedFeature } from '../contracts/simulate-client.ts'
import { formatFeatureValue } from '../contracts/wording/format-feature-value.ts'
import { explainModelInput } from './explain-model-input.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { DescribedFeature } from './read-feature-words.ts'

/** A client before or after a change. */
export interface Side {
  featureRow: Float32Array
  modelInput: Float32Array
  rawScoreLogOdds: number
}

export interface MovedFeatures {
  movedFeatures: MovedFeature[]
  /** How much the contributions of the features whose value stayed have changed together, log-odds. */
  otherContributionChangeLogOdds: number
}

/**
 * Features whose value a change has moved, the largest move of a contribution first: those that the model reads and
 * those that an applicant can change, not what derives from them without bearing on the score. Their contributions' changes
 * and the others' add up to the change of the raw score: a feature's Shapley value may move though its value does not.
 */
export function listMovedFeatures(
  advisor: AdvisorContext,
  words: readonly DescribedFeature[],
  { language, before, after }: { language: Language; before: Side; after: Side },
): MovedFeatures {
  const contributionsBefore = contributionsByName(advisor, before)
  const contributionsAfter = contributionsByName(advisor, after)
  const format = { language, currency: advisor.currency }
  const movedFeatures = words
    .filter(({ name, actionable }) => actionable || contributionsBefore.has(name))
    .filter(({ position }) => !Object.is(before.featureRow[position], after.featureRow[position]))
    .map((feature): MovedFeature => {
      const valueBefore = knownValue(before, feature)
      const valueAfter = knownValue(after, feature)
      return {
        feature: feature.name,
        label: feature.label,
        unit: feature.unit,
        valueBefore,
        valueAfter,
        displayValueBefore: formatFeatureValue(valueBefore, feature, format),
        displayValueAfter: formatFeatureValue(valueAfter, feature, format),
        contributionBeforeLogOdds: contributionsBefore.get(feature.name) ?? 0,
        contributionAfterLogOdds: contributionsAfter.get(feature.name) ?? 0,
      }
    })
    .sort((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)))
  const moved = movedFeatures.reduce((sum, feature) => sum + changeOf(feature), 0)
  const all = sum(contributionsAfter.values()) - sum(contributionsBefore.values())
  return { movedFeatures, otherContributionChangeLogOdds: all - moved }
}

function contributionsByName(advisor: AdvisorContext, side: Side): Map<string, number> {
  const { contributionsLogOdds } = explainModelInput(advisor, side.modelInput, side.rawScoreLogOdds)
  const names = advisor.scorer.bundle.manifest.features
  return new Map(names.map((name, i) => [name, contributionsLogOdds[i] as number]))
}

function knownValue({ featureRow }: Side, { position }: DescribedFeature): number | null {
  const value = featureRow[position] as number
  return Number.isNaN(value) ? null : value
}

function changeOf({ contributionBeforeLogOdds, contributionAfterLogOdds }: MovedFeature): number {
  return contributionAfterLogOdds - contributionBeforeLogOdds
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
