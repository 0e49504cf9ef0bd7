import type { DriftReportAnswer } from '../contracts/drift-report.ts'
import type { Verdict } from './assess-windows.ts'

/** evidently's threshold: half of the columns. */
const shareThreshold = 0.5

/**
 * The verdict on the dataset from those on its columns. A column without a value in either window counts for nothing:
 * there is nothing to compare.
 */
export function assessDataset(columns: readonly Verdict[]): DriftReportAnswer['dataset'] {
  const judged = columns.filter(({ test, drifted }) => test !== null || drifted)
  const driftedColumns = judged.filter(({ drifted }) => drifted).length
  const share = judged.length === 0 ? 0 : driftedColumns / judged.length
  return {
    driftedColumns,
    columns: judged.length,
    share,
    threshold: shareThreshold,
    drifted: share >= shareThreshold,
  }
}
