import type { BundleEvaluation, Estimate } from '#core/contracts/bundle-evaluation.ts'
import { inventFairness } from './invent-fairness.ts'
import { type Applicant, simulateApplicants } from './simulate-applicants.ts'

const servedThreshold = 0.0884
const binCount = 10

/** Refused and missed at a threshold. */
function decideAt(applicants: readonly Applicant[], threshold: number) {
  let [truePositives, falsePositives, defaults] = [0, 0, 0]
  for (const { probability, isInDefault } of applicants) {
    if (isInDefault) defaults++
    if (probability < threshold) continue
    if (isInDefault) truePositives++
    else falsePositives++
  }
  const trueNegatives = applicants.length - defaults - falsePositives
  return { threshold, truePositives, falsePositives, trueNegatives, falseNegatives: defaults - truePositives }
}

function listThresholds(sorted: readonly Applicant[], count: number): number[] {
  const quantiles = Array.from({ length: count - 1 }, (_, index) => {
    const applicant = sorted[Math.floor(((index + 1) / count) * sorted.length)] as Applicant
    return Math.round(applicant.probability * 1e5) / 1e5
  })
  return [...new Set([0, ...quantiles, servedThreshold, 1])].sort((a, b) => a - b)
}

function surround(estimate: number, deviation: number): Estimate {
  return { estimate, low: estimate - 1.96 * deviation, high: estimate + 1.96 * deviation }
}

function inventBins(sorted: readonly Applicant[]): BundleEvaluation['calibration']['bins'] {
  return Array.from({ length: binCount }, (_, bin) => {
    const members = sorted.slice(
      Math.floor((bin * sorted.length) / binCount),
      Math.floor(((bin + 1) * sorted.length) / binCount),
    )
    const observed = members.filter(({ isInDefault }) => isInDefault).length / members.length
    const deviation = Math.sqrt((observed * (1 - observed)) / members.length)
    return {
      clients: members.length,
      predicted: members.reduce((sum, { probability }) => sum + probability, 0) / members.length,
      observed,
      observedLow: Math.max(0, observed - 1.96 * deviation),
      observedHigh: Math.min(1, observed + 1.96 * deviation),
    }
  })
}

function inventCandidates(): BundleEvaluation['candidates'] {
  const rows = [
    ['dummy', 'none', 0.5, 0, 0.8063, 0],
    ['logistic_regression', 'none', 0.7616, 0.0151, 0.5268, 0.0151],
    ['logistic_regression', 'class_weight', 0.7611, 0.0158, 0.5291, 0.0162],
    ['random_forest', 'class_weight', 0.7438, 0.0172, 0.5526, 0.0149],
    ['lightgbm', 'none', 0.7713, 0.0147, 0.5152, 0.0141],
    ['lightgbm', 'class_weight', 0.7685, 0.0155, 0.5171, 0.0158],
    ['lightgbm', 'undersampling', 0.7682, 0.0169, 0.5146, 0.0166],
    ['lightgbm', 'smote', 0.7571, 0.0163, 0.5349, 0.0172],
  ] as const
  return rows.map(([model, imbalance, auc, aucDeviation, cost, costDeviation]) => ({
    name: imbalance === 'none' ? model : `${model}-${imbalance}`,
    model,
    imbalance,
    chosen: model === 'lightgbm' && imbalance === 'none',
    servable: model === 'lightgbm',
    auc: { mean: auc, deviation: aucDeviation },
    accuracy: { mean: model === 'dummy' ? 0.9194 : 0.73, deviation: 0.011 },
    precision: { mean: model === 'dummy' ? 0 : 0.183, deviation: 0.008 },
    recall: { mean: model === 'dummy' ? 0 : 0.65, deviation: 0.022 },
    brier: { mean: model === 'dummy' ? 0.0741 : 0.0669, deviation: 0.0009 },
    ece: { mean: 0.0052, deviation: 0.0014 },
    costPerClient: { mean: cost, deviation: costDeviation },
  }))
}

function inventGrid(): BundleEvaluation['grid'] {
  return [
    { rounds: 300, rate: 0.04, depth: 3, leaves: 8, auc: 0.7694 },
    { rounds: 600, rate: 0.04, depth: 3, leaves: 8, auc: 0.7713 },
    { rounds: 800, rate: 0.03, depth: 3, leaves: 8, auc: 0.7709 },
    { rounds: 600, rate: 0.03, depth: 2, leaves: 4, auc: 0.7701 },
    { rounds: 200, rate: 0.03, depth: 6, leaves: 24, auc: 0.7641 },
  ].map(({ rounds, rate, depth, leaves, auc }) => ({
    parameters: {
      colsample_bytree: 0.1,
      learning_rate: rate,
      max_depth: depth,
      n_estimators: rounds,
      num_leaves: leaves,
      reg_lambda: 100,
    },
    auc: { mean: auc, deviation: 0.0147 },
    chosen: auc === 0.7713,
  }))
}

/** Area under the curve, by the share of pairs in the right order. */
function computeAuc(sorted: readonly Applicant[]): number {
  let [good, pairs] = [0, 0]
  for (const { isInDefault } of sorted) {
    if (isInDefault) pairs += good
    else good++
  }
  return pairs / (good * (sorted.length - good))
}

/**
 * An evaluation of made-up applicants, consistent in itself: every curve, matrix and rate counts the same people.
 * For the gallery and for tests, never for a page about a real model.
 */
export function inventEvaluation(applicantCount = 6000, thresholdCount = 80): BundleEvaluation {
  const applicants = simulateApplicants(applicantCount, 7)
  const sorted = [...applicants].sort((a, b) => a.probability - b.probability)
  const confusion = listThresholds(sorted, thresholdCount).map((threshold) => decideAt(sorted, threshold))
  const served = decideAt(sorted, servedThreshold)
  const defaults = served.truePositives + served.falseNegatives
  const clients = sorted.length
  const bins = inventBins(sorted)
  const brier =
    sorted.reduce((sum, { probability, isInDefault }) => sum + (probability - Number(isInDefault)) ** 2, 0) /
    clients
  const ece =
    bins.reduce((sum, bin) => sum + bin.clients * Math.abs(bin.predicted - bin.observed), 0) / clients
  const figures = {
    auc: surround(computeAuc(sorted), 0.0098),
    accuracy: surround((served.truePositives + served.trueNegatives) / clients, 0.0057),
    brier: surround(brier, 0.0024),
    ece: { estimate: ece, low: ece * 0.7, high: ece * 1.9 },
    costPerClient: surround((10 * served.falseNegatives + served.falsePositives) / clients, 0.0131),
    threshold: { estimate: servedThreshold, low: 0.0702, high: 0.1013 },
  }
  const rateOf = (count: number, of: number) => (of === 0 ? 0 : count / of)
  return {
    formatVersion: 1,
    clients,
    defaults,
    folds: 5,
    figures,
    indifferenceThreshold: 1 / 11,
    candidates: inventCandidates(),
    grid: inventGrid(),
    selection: {
      candidateFeatures: 318,
      selectedFeatures: 184,
      rule: 'Features that gained in at least four of five folds, the strongest first, as long as AUC rose.',
    },
    calibration: {
      method: 'none',
      bins,
      byMethod: [
        { method: 'none', brier: figures.brier, ece: figures.ece },
        { method: 'sigmoid', brier: surround(brier + 0.00004, 0.0024), ece: figures.ece },
        { method: 'isotonic', brier: surround(brier + 0.00019, 0.0024), ece: figures.ece },
      ],
    },
    roc: confusion
      .map(({ threshold, truePositives, falsePositives }) => ({
        threshold,
        falsePositiveRate: falsePositives / (clients - defaults),
        truePositiveRate: truePositives / defaults,
      }))
      .reverse(),
    precisionRecall: confusion
      .filter(({ truePositives }) => truePositives > 0)
      .map(({ threshold, truePositives, falsePositives }) => ({
        threshold,
        recall: truePositives / defaults,
        precision: rateOf(truePositives, truePositives + falsePositives),
      }))
      .reverse(),
    confusion,
    fairness: inventFairness(applicants, servedThreshold),
  }
}
