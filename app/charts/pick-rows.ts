/**
 * A few rows of a long curve for its table: the ends, and those nearest to even steps between them.
 * @param place Where a row lies along the curve, ascending.
 */
export function pickRows<Row>(rows: readonly Row[], place: (row: Row) => number, count = 12): Row[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined || rows.length <= count) return [...rows]
  const [from, to] = [place(first), place(last)]
  const steps = Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1))
  const picked = steps.map((step) =>
    rows.reduce((best, row) => (Math.abs(place(row) - step) < Math.abs(place(best) - step) ? row : best)),
  )
  return [...new Set([first, ...picked, last])]
}
