import { assertAdditivity } from '../explanation/assert-additivity.ts'
import { computeTreeSum } from '../explanation/compute-tree-sum.ts'
import type { AdvisorContext } from './open-advisor.ts'

export interface Explanation {
  baseValueLogOdds: number
  /** One a feature, in the order of the model's input. */
  contributionsLogOdds: Float64Array
  /** |base + contributions − raw score|, log-odds. */
  additivityError: number
}

/**
 * Explains one row of the model's input and holds the result to the score that was given for it.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when the contributions do not add up to the raw score.
 */
export function explainModelInput(
  { explainer, ensemble }: AdvisorContext,
  modelInput: Float32Array,
  rawScoreLogOdds: number,
): Explanation {
  const contributionsLogOdds = new Float64Array(explainer.featureCount)
  const baseValueLogOdds = explainer.explainRow(modelInput, contributionsLogOdds)
  const additivityError = assertAdditivity({
    baseValueLogOdds,
    contributionsLogOdds,
    treeSumLogOdds: computeTreeSum(ensemble, modelInput),
    rawScoreLogOdds,
  })
  return { baseValueLogOdds, contributionsLogOdds, additivityError }
}
