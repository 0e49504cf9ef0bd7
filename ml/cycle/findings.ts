/** What `ml:drift --json` prints, as far as the cycle reads it. */
export interface DriftSummary {
  dataVersion: string
  modelVersion: string
  reference: { name: string; rows: number }
  current: { name: string; rows: number }
  driftedColumns: number
  columns: number
  share: number
  drifted: boolean
  driftedFeatures: string[]
  leftOut: { feature: string; reason: string }[]
  /** Where the report stands. */
  folder: string
}

/** What `ml:evaluate --json` prints, as far as the cycle reads it. */
export interface Evaluated {
  /** The comparison in Markdown. */
  report: string
  candidates: { modelVersion: string; wouldBePromoted: boolean }[]
}
