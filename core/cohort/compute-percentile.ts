import type { ValueCounts } from './count-around.ts'

/** Share of the group's known values below a value, ties counted half, from 0 to 100. Null when none is known. */
export function computePercentile({ known, below, equal }: ValueCounts): number | null {
  return known === 0 ? null : (100 * (below + equal / 2)) / known
}
