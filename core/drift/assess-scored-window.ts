import type { BundleManifest } from '../contracts/bundle-manifest.ts'
import type { DriftReportAnswer } from '../contracts/drift-report.ts'

type Decision = Pick<BundleManifest['decision'], 'threshold' | 'falseNegativeCost' | 'falsePositiveCost'>

/**
 * What a window is expected to cost at the served threshold, from calibrated probabilities alone: a client at or above it
 * is refused and costs (1 − p) × a refused good client, another is granted and costs p × a missed default.
 *
 * @param probabilities Probability of default of at least one client.
 */
export function assessScoredWindow(
  probabilities: Float32Array,
  { threshold, falseNegativeCost, falsePositiveCost }: Decision,
): DriftReportAnswer['prediction']['reference'] {
  const clients = probabilities.length
  let sum = 0
  let refused = 0
  let expectedCost = 0
  for (let i = 0; i < clients; i++) {
    const probability = probabilities[i]!
    sum += probability
    if (probability < threshold) expectedCost += probability * falseNegativeCost
    else {
      expectedCost += (1 - probability) * falsePositiveCost
      refused++
    }
  }
  return {
    meanProbabilityOfDefault: sum / clients,
    refusedShare: refused / clients,
    expectedCost,
    expectedCostPerClient: expectedCost / clients,
  }
}
