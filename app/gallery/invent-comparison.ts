import type { CompareCohortAnswer, FeatureComparison } from '#core/contracts/compare-cohort.ts'
import type { Language } from '#core/contracts/language.ts'
import { inventedProvenance } from './invented-clients.ts'

/** A group with a quantity, a category, a value the client lacks and one nobody has. */
export function inventComparison(
  language: Language,
  kind: CompareCohortAnswer['cohort']['kind'],
  percentile = 91.2,
): CompareCohortAnswer {
  const say = (french: string, english: string) => (language === 'fr' ? french : english)
  const names = {
    all: say('Tous les clients', 'All clients'),
    similar: say('500 clients les plus similaires', '500 most similar clients'),
    filter: say('Retraité, 40 à 60 ans', 'Pensioner, 40 to 60 years old'),
  }
  return {
    clientId: 104218,
    cohort: {
      kind,
      label: names[kind],
      size: 1500,
      observedDefaultRate: kind === 'similar' ? null : 0.0807,
      meanProbabilityOfDefault: 0.0811,
    },
    score: {
      clientProbabilityOfDefault: 0.136,
      percentile,
      histogram: { edges: [0.01, 0.04, 0.08, 0.12, 0.2, 0.5], counts: [420, 610, 270, 150, 50] },
    },
    features: inventFeatures(say),
    provenance: inventedProvenance,
  }
}

function inventFeatures(say: (french: string, english: string) => string): FeatureComparison[] {
  const quantity: FeatureComparison = {
    feature: 'external_score2',
    label: say('Score externe 2', 'External score 2'),
    unit: 'score',
    clientValue: 0.14,
    displayValue: say('0,14', '0.14'),
    percentile: 7.3,
    p25: 0.38,
    median: 0.54,
    p75: 0.66,
    medianDisplayValue: say('0,54', '0.54'),
    knownShare: 0.9975,
    histogram: { edges: [0, 0.1, 0.3, 0.5, 0.7, 0.86], counts: [40, 190, 420, 610, 240] },
  }
  const category: FeatureComparison = {
    ...quantity,
    feature: 'contract_type_code',
    label: say('Type de contrat', 'Type of contract'),
    unit: 'code',
    clientValue: 1,
    displayValue: say('Prêt personnel', 'Cash loan'),
    percentile: 45,
    medianDisplayValue: say('Prêt personnel', 'Cash loan'),
    knownShare: 1,
    histogram: {
      edges: [0.5, 1.5, 2.5],
      counts: [1360, 140],
      values: [1, 2],
      valueLabels: [say('Prêt personnel', 'Cash loan'), say('Crédit renouvelable', 'Revolving credit')],
    },
  }
  const missing: FeatureComparison = {
    ...quantity,
    feature: 'external_score1',
    label: say('Score externe 1', 'External score 1'),
    clientValue: null,
    displayValue: say('inconnu', 'unknown'),
    percentile: null,
  }
  const nobody: FeatureComparison = {
    ...missing,
    feature: 'car_age_years',
    label: say('Âge de la voiture', 'Age of the car'),
    p25: null,
    median: null,
    p75: null,
    medianDisplayValue: null,
    knownShare: 0,
    histogram: { edges: [], counts: [] },
  }
  return [quantity, category, missing, nobody]
}
