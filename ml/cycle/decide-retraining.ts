import type { DriftSummary } from './findings.ts'

/** One row of `ml:list --json`, as far as the cycle reads it. */
export interface ListedModel {
  modelVersion: string
  origin: 'demo' | 'import'
  champion: boolean
}

/** Whether to train a candidate, and why or why not, in one English sentence. */
export interface RetrainingDecision {
  retrain: boolean
  reason: string
}

/**
 * Decides whether a candidate is trained: when the current window drifted, when the champion never learnt from this
 * kind of data, or when it was asked for.
 *
 * @param always Train in any case.
 */
export function decideRetraining(
  drift: DriftSummary,
  models: ListedModel[],
  always: boolean,
): RetrainingDecision {
  if (drift.drifted) return { retrain: true, reason: 'The current window drifted from the reference.' }
  const champion = models.find((model) => model.champion)
  if (champion?.origin === 'demo' && drift.dataVersion.startsWith('import-')) {
    return { retrain: true, reason: 'The champion was trained on synthetic clients, and these are real.' }
  }
  if (always) return { retrain: true, reason: 'No drift; a candidate was asked for in any case.' }
  return { retrain: false, reason: 'No drift: the champion stays, and no candidate was trained.' }
}
