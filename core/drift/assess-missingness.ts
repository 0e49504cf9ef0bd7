import { assessWindows } from './assess-windows.ts'

/** Rows of a window and how many of them hold a value. */
export interface KnownRows {
  rows: number
  known: number
}

/** Whether the share of rows without a value drifted: the rules for a category that says whether there is one. */
export function assessMissingness(reference: KnownRows, current: KnownRows): boolean {
  return assessWindows('categorical', toFlags(reference), toFlags(current)).drifted
}

/** A 0 for every known row, then a 1 for every other. */
function toFlags({ rows, known }: KnownRows): Float32Array {
  return new Float32Array(rows).fill(1, known)
}
