import { AdvisorError } from '../contracts/advisor-error.ts'

/** Contributions against the same trees summed in doubles. */
const treeSumTolerance = 1e-9
/** Contributions against the served score: onnxruntime sums in float32. */
const rawScoreTolerance = 1e-5

export interface AdditivityInput {
  baseValueLogOdds: number
  contributionsLogOdds: Float64Array
  /** Of the same row, from `computeTreeSum`. */
  treeSumLogOdds: number
  /** Of the same row, from the scorer. */
  rawScoreLogOdds: number
}

/**
 * Holds an explanation to its promise: base value + contributions = raw score.
 *
 * @returns How far the contributions are from the served raw score, in log-odds.
 * @throws AdvisorError BUNDLE_CORRUPT when they differ by more than 1e-9 from the trees summed in doubles or 1e-5
 *   from the served score (each for scores within ±1, more in proportion beyond): the scorer and the trees would not
 *   be one model.
 */
export function assertAdditivity(input: AdditivityInput): number {
  const explained = input.contributionsLogOdds.reduce((sum, each) => sum + each, input.baseValueLogOdds)
  const scale = Math.max(1, Math.abs(input.treeSumLogOdds))
  const additivityError = Math.abs(explained - input.rawScoreLogOdds)
  const treeSumError = Math.abs(explained - input.treeSumLogOdds)
  if (treeSumError <= treeSumTolerance * scale && additivityError <= rawScoreTolerance * scale)
    return additivityError
  throw new AdvisorError('BUNDLE_CORRUPT', {
    found: `The reasons add up to ${explained}, the trees to ${input.treeSumLogOdds}, the score is ${input.rawScoreLogOdds}.`,
    expected: 'Expected base value and contributions to add up to the raw score.',
    nextStep:
      'Restore the bundle, or train and promote a new one. No explanation is shown rather than a wrong one.',
  })
}
