import { setImmediate as nextTurn } from 'node:timers/promises'
import { readFeatureColumn } from '#db/store/queries/read-feature-column.ts'
import { readProbabilities } from '#db/store/queries/read-probabilities.ts'
import { loadImportance } from '../bundle/load-importance.ts'
import type { DriftReportAnswer } from '../contracts/drift-report.ts'
import { assessColumn } from '../drift/assess-column.ts'
import { assessDataset } from '../drift/assess-dataset.ts'
import { assessMissingness } from '../drift/assess-missingness.ts'
import { assessScoredWindow } from '../drift/assess-scored-window.ts'
import type { Verdict } from '../drift/assess-windows.ts'
import { computeDriftStrength } from '../drift/compute-drift-strength.ts'
import { findNewCategories } from '../drift/find-new-categories.ts'
import type { ChosenWindow } from './choose-windows.ts'
import type { AdvisorContext } from './open-advisor.ts'

/** A feature's drift before it is put into words. */
export interface ComputedColumn extends Verdict {
  feature: string
  missingShareReference: number
  missingShareCurrent: number
  missingnessDrifted: boolean
  /** Values of the current window that the reference has not; for features whose values are categories. */
  newValues: number[]
  importance: number
}

/** A whole drift report before it is put into words: the same in every language. */
export interface ComputedDrift extends Pick<DriftReportAnswer, 'reference' | 'current' | 'dataset'> {
  /** Every feature of the model, by drift × importance. */
  columns: ComputedColumn[]
  prediction: Verdict & Pick<DriftReportAnswer['prediction'], 'reference' | 'current'>
}

export interface ComparedWindows {
  reference: ChosenWindow
  current: ChosenWindow
}

export interface DriftRun {
  /** Told after each column how many are done. */
  onColumn: (done: number) => void
  signal: AbortSignal
}

/** Units whose values are categories, unless they are means of them: a new one is worth a word. */
const categoryUnits = new Set(['code', 'flag', 'rating'])

/**
 * Compares two windows feature by feature, one column in memory at a time. Other work runs between columns, so that the
 * store may change meanwhile: the caller compares the dataset before and after.
 *
 * @throws The signal's reason when it aborts, between two columns.
 */
export async function computeDrift(
  advisor: AdvisorContext,
  windows: ComparedWindows,
  { onColumn, signal }: DriftRun,
): Promise<ComputedDrift> {
  const { features } = advisor.scorer.bundle.manifest
  const columns: ComputedColumn[] = []
  for (const feature of features) {
    columns.push(computeColumn(advisor, windows, feature))
    onColumn(columns.length)
    await nextTurn()
    signal.throwIfAborted()
  }
  const rank = new Map(columns.map((column) => [column, computeDriftStrength(column) * column.importance]))
  const rankOf = (column: ComputedColumn) => rank.get(column) as number
  return {
    reference: { name: windows.reference.name, rows: windows.reference.members.length },
    current: { name: windows.current.name, rows: windows.current.members.length },
    dataset: assessDataset(columns),
    // Equal ones, such as those that no tree splits on, by how far they drifted.
    columns: columns.sort(
      (a, b) => rankOf(b) - rankOf(a) || computeDriftStrength(b) - computeDriftStrength(a),
    ),
    prediction: computePrediction(advisor, windows),
  }
}

function computeColumn(advisor: AdvisorContext, windows: ComparedWindows, feature: string): ComputedColumn {
  const byClient = readFeatureColumn(advisor.store, feature)
  const rows = { reference: windows.reference.members.length, current: windows.current.members.length }
  const { reference, current, ...verdict } = assessColumn(
    pickMembers(byClient, windows.reference),
    pickMembers(byClient, windows.current),
  )
  const unit = advisor.servedDataset().featureWords('en').get(feature)?.unit ?? ''
  return {
    feature,
    ...verdict,
    missingShareReference: 1 - reference.length / rows.reference,
    missingShareCurrent: 1 - current.length / rows.current,
    missingnessDrifted: assessMissingness(
      { rows: rows.reference, known: reference.length },
      { rows: rows.current, known: current.length },
    ),
    newValues: categoryUnits.has(unit) ? findNewCategories(reference, current) : [],
    importance: loadImportance(advisor.scorer.bundle).get(feature) ?? 0,
  }
}

function computePrediction(advisor: AdvisorContext, windows: ComparedWindows): ComputedDrift['prediction'] {
  const probabilities = readProbabilities(advisor.store)
  const { decision } = advisor.scorer.bundle.manifest
  const reference = pickMembers(probabilities, windows.reference)
  const current = pickMembers(probabilities, windows.current)
  const { reference: _, current: __, ...verdict } = assessColumn(reference, current)
  return {
    ...verdict,
    reference: assessScoredWindow(reference, decision),
    current: assessScoredWindow(current, decision),
  }
}

/** The numbers of a window's clients. */
export function pickMembers(byClient: Float32Array, { members }: ChosenWindow): Float32Array {
  const picked = new Float32Array(members.length)
  for (let i = 0; i < members.length; i++) picked[i] = byClient[members[i]!]!
  return picked
}
