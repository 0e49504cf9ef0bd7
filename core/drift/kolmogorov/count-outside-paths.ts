export interface PathGrid {
  /** Rows of the larger and of the smaller window. */
  most: number
  least: number
  /** Their greatest common divisor. */
  divisor: number
  /** The distance that paths must reach, in steps of 1 / the rows' least common multiple. */
  steps: number
}

/**
 * Share of all lattice paths from (0, 0) to (most, least) that somewhere reach the distance from the diagonal: the exact
 * p-value of the two-sample Kolmogorov–Smirnov test (Hodges, 1958). A random path comes to (x, y) from its left with
 * probability x / (x + y), from below otherwise, so that shares are averaged point by point and nothing overflows.
 */
export function countOutsidePaths({ most, least, divisor, steps }: PathGrid): number {
  if (steps === 0) return 1
  const [mostStep, leastStep] = [most / divisor, least / divisor]
  // Points at the distance or beyond are outside for good; at x = 0 those nearer have not been there yet.
  const outside = new Float64Array(least + 1).fill(1)
  outside.fill(0, 0, Math.ceil(steps / mostStep))
  for (let x = 1; x <= most; x++) {
    const lowest = Math.max(Math.floor((leastStep * x - steps) / mostStep) + 1, 0)
    const highest = Math.min(Math.ceil((leastStep * x + steps) / mostStep) - 1, least)
    if (lowest > highest) return 1
    let below = 1
    for (let y = lowest; y <= highest; y++) {
      below = (outside[y]! * x + below * y) / (x + y)
      outside[y] = below
    }
  }
  return outside[least]!
}
