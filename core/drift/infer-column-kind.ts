import type { ColumnKind } from '../contracts/drift-report.ts'

/** A column as it comes: floats with NaN for null, or whole numbers. */
export type ColumnValues = Float32Array | Int32Array

/** Whole numbers of no more distinct values are taken for codes of categories. */
const mostCategories = 10

/** The kind that evidently infers: from the type, and for whole numbers from the current window alone. */
export function inferColumnKind(current: ColumnValues): ColumnKind {
  if (current instanceof Float32Array) return 'numerical'
  return new Set(current).size <= mostCategories ? 'categorical' : 'numerical'
}
