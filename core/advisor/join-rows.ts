/** Rows of equal length, one after another. */
export function joinRows(rows: readonly Float32Array[]): Float32Array {
  const width = rows[0]?.length ?? 0
  const joined = new Float32Array(rows.length * width)
  rows.forEach((row, i) => {
    joined.set(row, i * width)
  })
  return joined
}
