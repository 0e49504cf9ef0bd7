import type { DriftReportAnswer } from '../contracts/drift-report.ts'

/** evidently's threshold: half of the columns. */
const shareThreshold = 0.5

/** The verdict on the dataset from those on its columns, of which there is at least one. */
export function assessDataset(columns: readonly { drifted: boolean }[]): DriftReportAnswer['dataset'] {
  const driftedColumns = columns.filter(({ drifted }) => drifted).length
  const share = driftedColumns / columns.length
  return {
    driftedColumns,
    columns: columns.length,
    share,
    threshold: shareThreshold,
    drifted: share >= shareThreshold,
  }
}
