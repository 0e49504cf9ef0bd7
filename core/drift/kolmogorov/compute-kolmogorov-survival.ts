import { computeLogGamma } from '../compute-upper-gamma.ts'
import { computeDurbinProbability } from './compute-durbin-probability.ts'

/** From n·d² = 2.2 up both sides are never reached at once, as far as doubles tell (Simard and L'Ecuyer, 2011). */
const oneSidedFrom = 2.2
/** Above so many rows the limit is within 2e-5, and the matrix grows slow. */
const mostMatrixRows = 1000

/**
 * Probability that the Kolmogorov distance of `rows` independent values from their continuous distribution exceeds
 * `distance`.
 */
export function computeKolmogorovSurvival(rows: number, distance: number): number {
  if (distance >= 1) return 0
  if (rows * distance <= 0.5) return 1
  if (rows * distance ** 2 >= oneSidedFrom) return Math.min(2 * sumSmirnov(rows, distance), 1)
  if (rows <= mostMatrixRows) return 1 - computeDurbinProbability(rows, distance)
  return sumLimit(rows, distance)
}

/** Smirnov's exact one-sided tail. */
function sumSmirnov(rows: number, distance: number): number {
  const logRows = computeLogGamma(rows + 1)
  let sum = 0
  for (let j = 0; j <= Math.floor(rows * (1 - distance)); j++) {
    const share = distance + j / rows
    const logTerm =
      logRows -
      computeLogGamma(j + 1) -
      computeLogGamma(rows - j + 1) +
      (j - 1) * Math.log(share) +
      // At the last term the share may be 1 and the power 0: together they count 1.
      (rows - j === 0 ? 0 : (rows - j) * Math.log1p(-share))
    sum += Math.exp(logTerm)
  }
  return distance * sum
}

/** Kolmogorov's limit with a correction for the number of rows (Vrbik, 2018). */
function sumLimit(rows: number, distance: number): number {
  const exact = distance * Math.sqrt(rows)
  const corrected = exact + 1 / (6 * Math.sqrt(rows)) + (exact - 1) / (4 * rows)
  let sum = 0
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * corrected) ** 2)
  return Math.min(Math.max(sum, 0), 1)
}
