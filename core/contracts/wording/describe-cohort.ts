import type { CompareCohortAnswer, FeatureComparison } from '../compare-cohort.ts'
import type { Language } from '../language.ts'
import { formatNumber, formatPercent } from './format-number.ts'

const mostFeatures = 3
/** Nearer than this to the middle of the group nothing is worth a mention, in points of percentile. */
const remarkableDistance = 25

/** The client's risk among the group's, then the features by which the client stands out most. */
export function describeCohort(answer: CompareCohortAnswer, language: Language): string {
  return [
    describeRisk(answer, language),
    describeFeatures(answer.features, language),
    answer.provenance.notice,
  ]
    .filter(Boolean)
    .join(' ')
}

function describeRisk({ clientId, cohort, score }: CompareCohortAnswer, language: Language): string {
  const client = formatNumber(clientId, language)
  const size = formatNumber(cohort.size, language)
  const own = formatPercent(score.clientProbabilityOfDefault, language)
  const share = formatPercent(score.percentile / 100, language)
  const mean = formatPercent(cohort.meanProbabilityOfDefault, language)
  const rate = cohort.observedDefaultRate
  if (language === 'fr') {
    const observed =
      rate === null ? 'défauts pas encore connus' : `défauts observés ${formatPercent(rate, 'fr')}`
    return `Client ${client}, comparé à ${size} clients (${cohort.label}) : sa probabilité de défaut de ${own} est plus élevée que celle de ${share} d’entre eux ; moyenne du groupe ${mean}, ${observed}.`
  }
  const observed = rate === null ? 'defaults not yet known' : `observed defaults ${formatPercent(rate, 'en')}`
  return `Client ${client}, compared with ${size} clients (${cohort.label}): the probability of default of ${own} is higher than that of ${share} of them; group mean ${mean}, ${observed}.`
}

function describeFeatures(features: readonly FeatureComparison[], language: Language): string {
  const distance = ({ percentile }: FeatureComparison) => Math.abs((percentile ?? 50) - 50)
  const remarkable = features
    .filter((feature) => distance(feature) >= remarkableDistance)
    .sort((a, b) => distance(b) - distance(a))
    .slice(0, mostFeatures)
    .map((feature) => describeFeature(feature, language))
  if (remarkable.length === 0) {
    return language === 'fr'
      ? 'Aucune des caractéristiques comparées ne s’écarte nettement du groupe.'
      : 'None of the features compared stands far from the group.'
  }
  const head = language === 'fr' ? 'Écarts les plus marqués : ' : 'What stands out most: '
  return `${head}${remarkable.join(language === 'fr' ? ' ; ' : '; ')}.`
}

function describeFeature(feature: FeatureComparison, language: Language): string {
  const { label, displayValue, medianDisplayValue } = feature
  const share = formatPercent((feature.percentile as number) / 100, language)
  return language === 'fr'
    ? `${label} : ${displayValue}, au-dessus de ${share} du groupe (médiane ${medianDisplayValue})`
    : `${label}: ${displayValue}, above ${share} of the group (median ${medianDisplayValue})`
}
