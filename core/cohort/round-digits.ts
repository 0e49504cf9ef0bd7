/** Digits that a float32 holds, and no more of what its double shows. */
const significantDigits = 7

/** A number to the digits that a float32 holds. */
export function roundDigits(exact: number, digits: number = significantDigits): number {
  return Number(exact.toPrecision(digits))
}

/** The number of fewest digits above `low` and not above `high`. */
export function roundBetween(low: number, high: number): number {
  const middle = low + (high - low) / 2
  for (let digits = 1; digits <= 17; digits++) {
    const rounded = roundDigits(middle, digits)
    if (rounded > low && rounded <= high) return rounded
  }
  return high
}
