import { roundDigits } from '../cohort/round-digits.ts'
import type { BundleEvaluation } from '../contracts/bundle-evaluation.ts'
import type { BundleManifest } from '../contracts/bundle-manifest.ts'
import type { EvaluationSummary } from '../contracts/evaluation-summary.ts'
import { defaultLanguage } from '../contracts/language.ts'
import { createProvenance } from './create-provenance.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { readModelRecords } from './read-model-records.ts'

/** As many as no shown rounding can tell from the exact figure. */
const keptDigits = 5

/**
 * How the served model was judged, without the curves: short enough to be read in one go. A bundle without
 * `evaluation.json` answers with what its manifest holds, without intervals.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when a file of the bundle is not what training writes.
 */
export async function summarizeEvaluation(advisor: AdvisorContext): Promise<EvaluationSummary> {
  const { bundle } = advisor.scorer
  const { manifest } = bundle
  const { evaluation, run } = readModelRecords(bundle)
  const judged = evaluation ? pickJudged(evaluation) : pickNoted(manifest)
  return {
    modelVersion: manifest.modelVersion,
    treeCount: manifest.model.treeCount,
    featureCount: manifest.features.length,
    trainedAt: run?.startedAt ?? null,
    trainingData: manifest.trainingData,
    decision: roundAll(manifest.decision),
    ...roundAll(judged),
    provenance: createProvenance(advisor, advisor.servedDataset(), defaultLanguage),
  }
}

type Judged = Pick<
  EvaluationSummary,
  'clients' | 'defaults' | 'folds' | 'figures' | 'candidates' | 'selection' | 'calibration' | 'fairness'
>

function pickJudged(evaluation: BundleEvaluation): Judged {
  const { clients, defaults, folds, figures, candidates, selection, calibration, fairness } = evaluation
  return {
    clients,
    defaults,
    folds,
    figures,
    candidates,
    selection,
    calibration: { method: calibration.method },
    fairness,
  }
}

function pickNoted({ trainingData, metrics, features, calibration }: BundleManifest): Judged {
  const withoutInterval = (estimate: number) => ({ estimate, low: null, high: null })
  return {
    clients: trainingData.clients,
    defaults: trainingData.defaults,
    folds: null,
    figures: {
      auc: withoutInterval(metrics.auc),
      accuracy: withoutInterval(metrics.accuracy),
      brier: withoutInterval(metrics.brier),
      ece: withoutInterval(metrics.ece),
      costPerClient: withoutInterval(metrics.costPerClient),
      threshold: withoutInterval(metrics.threshold),
    },
    candidates: [],
    selection: { candidateFeatures: null, selectedFeatures: features.length, rule: null },
    calibration,
    fairness: null,
  }
}

function roundAll<Figures>(figures: Figures): Figures {
  return JSON.parse(JSON.stringify(figures, (_, value) => (typeof value === 'number' ? round(value) : value)))
}

function round(exact: number): number {
  return Number.isInteger(exact) ? exact : roundDigits(exact, keptDigits)
}
