import { assessWindows, type Verdict } from './assess-windows.ts'
import { type ColumnValues, inferColumnKind } from './infer-column-kind.ts'
import { sortFiniteValues } from './sort-finite-values.ts'
import type { SortedValues } from './sorted-values.ts'

/** A verdict and the sorted windows that it is about. */
export interface AssessedColumn extends Verdict {
  reference: SortedValues
  current: SortedValues
}

/**
 * Whether a column drifted, as evidently's DataDriftPreset finds it: its kind, its test, its statistic, its verdict.
 * Null and ±infinity count for neither window.
 */
export function assessColumn(reference: ColumnValues, current: ColumnValues): AssessedColumn {
  const windows = { reference: sortFiniteValues(reference), current: sortFiniteValues(current) }
  return { ...windows, ...assessWindows(inferColumnKind(current), windows.reference, windows.current) }
}
