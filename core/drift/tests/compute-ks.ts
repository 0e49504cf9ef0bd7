import { computeKolmogorovSurvival } from '../kolmogorov/compute-kolmogorov-survival.ts'
import { countOutsidePaths } from '../kolmogorov/count-outside-paths.ts'
import type { SortedValues } from '../sorted-values.ts'

/** Up to so many rows in the larger window the p-value is exact. */
const mostExactRows = 10_000

/** Two-sided p-value of the Kolmogorov–Smirnov test of two samples: exact up to 10,000 rows, asymptotic beyond. */
export function computeKs(reference: SortedValues, current: SortedValues): number {
  const divisor = greatestCommonDivisor(reference.length, current.length)
  const steps = findWidestGap(reference, current, divisor)
  const [most, least] = [
    Math.max(reference.length, current.length),
    Math.min(reference.length, current.length),
  ]
  if (most <= mostExactRows) return countOutsidePaths({ most, least, divisor, steps })
  const distance = steps / ((most / divisor) * least)
  return computeKolmogorovSurvival(roundHalfToEven((most * least) / (most + least)), distance)
}

/** The largest distance of the two cumulative distributions, in steps of 1 / the rows' least common multiple. */
function findWidestGap(reference: SortedValues, current: SortedValues, divisor: number): number {
  const [referenceStep, currentStep] = [current.length / divisor, reference.length / divisor]
  let widest = 0
  let i = 0
  let j = 0
  while (i < reference.length && j < current.length) {
    const value = Math.min(reference[i]!, current[j]!)
    while (reference[i] === value) i++
    while (current[j] === value) j++
    widest = Math.max(widest, Math.abs(i * referenceStep - j * currentStep))
  }
  return widest
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/** As numpy rounds. */
function roundHalfToEven(exact: number): number {
  const rounded = Math.round(exact)
  return rounded - exact === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded
}
