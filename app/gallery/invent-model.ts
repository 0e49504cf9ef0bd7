import type { Language } from '#core/contracts/language.ts'
import type { FeatureImportance } from '#core/contracts/view-model.ts'
import { type ModelPage, toModelPage } from '../model-page/model-page.ts'
import { inventEvaluation } from './invent-evaluation.ts'
import { inventedProvenance } from './invented-clients.ts'

const metrics = {
  auc: 0.7713,
  accuracy: 0.731,
  precision: 0.183,
  recall: 0.652,
  costPerClient: 0.5152,
  threshold: 0.0884,
  brier: 0.0669,
  ece: 0.0052,
  aucFoldDeviation: 0.0147,
}

function inventImportance(language: Language): FeatureImportance[] {
  const say = (french: string, english: string) => (language === 'fr' ? french : english)
  const kinds = [
    { feature: 'external_score', label: say('Score externe', 'External score'), theme: 'external_scores' },
    { feature: 'credit', label: say('Crédit', 'Credit'), theme: 'requested_credit' },
    { feature: 'late_share', label: say('Part de retards', 'Share of delays'), theme: 'repayment_history' },
  ] as const
  const themeLabels = {
    external_scores: say('Scores externes', 'External scores'),
    requested_credit: say('Crédit demandé', 'Requested credit'),
    repayment_history: say('Historique de remboursement', 'Repayment history'),
  }
  return Array.from({ length: 24 }, (_, index) => {
    const { feature, label, theme } = kinds[index % kinds.length] as (typeof kinds)[number]
    return {
      feature: `${feature}${index}`,
      label: `${label} ${index + 1}`,
      theme,
      themeLabel: themeLabels[theme],
      meanAbsoluteContributionLogOdds: 0.14 / (1 + index / 4),
      gainShare: 0.12 / (1 + index / 3),
    }
  })
}

/** A model of made-up applicants, as its page is drawn from it. */
export function inventModel(language: Language, hasEvaluation = true): ModelPage {
  const evaluation = hasEvaluation ? inventEvaluation(4000, 40) : null
  return toModelPage({
    modelVersion: 'lgbm-invented-20000',
    modelSha256: 'ab12'.repeat(16),
    treeCount: 600,
    featureCount: 184,
    trainingData: {
      dataVersion: 'demo-invented-20000',
      origin: 'demo',
      window: 'train',
      clients: evaluation?.clients ?? 4000,
      defaults: evaluation?.defaults ?? 320,
    },
    decision: {
      threshold: 0.0884,
      reviewBand: { lower: 0.0751, upper: 0.1017 },
      falseNegativeCost: 10,
      falsePositiveCost: 1,
      riskClassUpperBounds: [0.0221, 0.0442, 0.0884, 0.1768],
    },
    calibrationMethod: 'none',
    metrics,
    candidates: [
      { name: 'lightgbm', chosen: true, metrics },
      { name: 'lightgbm-class-weight', chosen: false, metrics: { ...metrics, costPerClient: 0.5171 } },
    ],
    seed: 7,
    reproduction: hasEvaluation
      ? {
          dataVersion: 'demo-invented-20000',
          seed: 7,
          lockSha256: 'c3d4'.repeat(16),
          codeSha256: 'e5f6'.repeat(16),
          featuresSqlSha256: null,
        }
      : null,
    evaluation,
    run: hasEvaluation
      ? {
          startedAt: '2026-11-24T20:10:00Z',
          seconds: 734,
          secondsByCandidate: { dummy: 0.1, lightgbm: 48 },
          commit: '0b537de1aa',
          hasUncommittedChanges: true,
          bundleSha256: 'a'.repeat(64),
          modelCardSha256: 'b'.repeat(64),
        }
      : null,
    importance: { clientsExplained: 2000, features: inventImportance(language) },
    provenance: inventedProvenance,
  })
}
