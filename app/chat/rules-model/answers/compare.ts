import {
  type CompareCohortAnswer,
  compareCohortAnswerSchema,
  type FeatureComparison,
} from '#core/contracts/compare-cohort.ts'
import type { Language } from '#core/contracts/language.ts'
import type { Intent } from '../../understanding/reading.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'
import { sayClient } from '../say-client.ts'
import { upperFirst } from './upper-first.ts'

/** Nearer than this to the middle of the group nothing is worth a mention, in points of percentile. */
const remarkableDistance = 25
const mostFeatures = 4
/** Their middle says nothing that a person could use. */
const unitsWithoutMedian = new Set(['flag', 'code'])

type Rates = Record<'own' | 'mean' | 'observed', string>

interface Words {
  riskier: (client: string, share: string, group: string) => string
  safer: (client: string, share: string, group: string) => string
  group: (label: string, size: string) => string
  rates: (rates: Rates) => string
  unobserved: (rates: Rates) => string
  standsOut: string
  nothing: string
  feature: (feature: Record<'label' | 'own' | 'median' | 'percentile', string>) => string
  bare: (label: string, own: string) => string
}

const words: Record<Language, Words> = {
  fr: {
    riskier: (client, share, group) =>
      `${client} est **plus risqué que ${share} des clients** auxquels on le compare. Le groupe : ${group}.`,
    safer: (client, share, group) =>
      `${client} est **moins risqué que la plupart des clients** auxquels on le compare ; seuls ${share} des clients sont encore moins risqués. Le groupe : ${group}.`,
    group: (label, size) => `${label} (${size} clients)`,
    rates: ({ own, mean, observed }) =>
      `Sa probabilité de défaut est de ${own} ; dans le groupe, la probabilité moyenne de défaut est de ${mean} et le taux de défaut observé de ${observed}.`,
    unobserved: ({ own, mean }) =>
      `Sa probabilité de défaut est de ${own} ; dans le groupe, la probabilité moyenne de défaut est de ${mean}. Les défauts de ce groupe ne sont pas encore connus.`,
    standsOut: 'Ce qui le distingue du groupe :',
    nothing: 'Aucune des caractéristiques comparées ne s’écarte nettement du groupe.',
    feature: ({ label, own, median, percentile }) =>
      `${label} : ${own}. Médiane du groupe : ${median} ; centile : ${percentile}.`,
    bare: (label, own) => `${label} : ${own}.`,
  },
  en: {
    riskier: (client, share, group) =>
      `${client} is **riskier than ${share} of the clients** in the comparison. The group: ${group}.`,
    safer: (client, share, group) =>
      `${client} is **less risky than most clients** in the comparison; only ${share} of the clients are even safer. The group: ${group}.`,
    group: (label, size) => `${label} (${size} clients)`,
    rates: ({ own, mean, observed }) =>
      `The probability of default is ${own}; in the group the mean probability of default is ${mean} and the observed default rate ${observed}.`,
    unobserved: ({ own, mean }) =>
      `The probability of default is ${own}; in the group the mean probability of default is ${mean}. The defaults of this group are not known yet.`,
    standsOut: 'What tells this client from the group:',
    nothing: 'None of the features compared stands far from the group.',
    feature: ({ label, own, median, percentile }) =>
      `${label}: ${own}. Median of the group: ${median}; percentile: ${percentile}.`,
    bare: (label, own) => `${label}: ${own}.`,
  },
}

/** Where the client's risk stands in the group, the group's rates, and the features that tell the client from it. */
export function composeCompare(
  { features }: Extract<Intent, { kind: 'compare' }>,
  context: AnswerContext,
): string | null {
  const answer = readAnswer(context.results, 'compareCohort', compareCohortAnswerSchema)
  if (!answer) return null
  const shown = features?.length ? answer.features : chooseRemarkable(answer.features)
  return [
    sayRank(answer, context),
    sayRates(answer, context),
    listFeatures(shown, Boolean(features?.length), context),
  ].join('\n\n')
}

function sayRank({ clientId, cohort, score }: CompareCohortAnswer, context: AnswerContext): string {
  const { language, format } = context
  const { group, riskier, safer } = words[language]
  const client = upperFirst(sayClient(context, clientId))
  // "The 500 most similar clients" says their number itself.
  const label = cohort.kind === 'similar' ? cohort.label : group(cohort.label, format.integer(cohort.size))
  const say = score.percentile >= 50 ? riskier : safer
  return say(client, format.share(score.percentile / 100), label)
}

function sayRates({ cohort, score }: CompareCohortAnswer, { language, format }: AnswerContext): string {
  const rates: Rates = {
    own: format.probability(score.clientProbabilityOfDefault),
    mean: format.probability(cohort.meanProbabilityOfDefault),
    observed: format.share(cohort.observedDefaultRate ?? 0),
  }
  return words[language][cohort.observedDefaultRate === null ? 'unobserved' : 'rates'](rates)
}

function chooseRemarkable(features: readonly FeatureComparison[]): FeatureComparison[] {
  const distance = ({ percentile }: FeatureComparison) => Math.abs((percentile ?? 50) - 50)
  return features
    .filter((feature) => distance(feature) >= remarkableDistance)
    .sort((a, b) => distance(b) - distance(a))
    .slice(0, mostFeatures)
}

function listFeatures(
  features: readonly FeatureComparison[],
  areAskedFor: boolean,
  { language, format }: AnswerContext,
): string {
  const { standsOut, nothing, feature, bare } = words[language]
  if (features.length === 0) return nothing
  const lines = features.map(({ label, unit, displayValue, medianDisplayValue, percentile }) =>
    unitsWithoutMedian.has(unit) || medianDisplayValue === null || percentile === null
      ? bare(label, displayValue)
      : feature({
          label,
          own: displayValue,
          median: medianDisplayValue,
          percentile: format.points(percentile),
        }),
  )
  return [...(areAskedFor ? [] : [standsOut]), ...lines.map((line) => `- ${line}`)].join('\n')
}
