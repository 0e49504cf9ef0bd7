import type { BundleManifest } from '../contracts/bundle-manifest.ts'
import type { Advice, RiskClass } from '../contracts/decision.ts'

const riskClasses: readonly RiskClass[] = ['A', 'B', 'C', 'D', 'E']

/** Below the review band grant, within it review, above it refuse. */
export function assessAdvice(probabilityOfDefault: number, decision: BundleManifest['decision']): Advice {
  if (probabilityOfDefault < decision.reviewBand.lower) return 'grant'
  return probabilityOfDefault < decision.reviewBand.upper ? 'review' : 'refuse'
}

/** The first class whose upper bound lies above the probability; E has none. */
export function assessRiskClass(
  probabilityOfDefault: number,
  decision: BundleManifest['decision'],
): RiskClass {
  const index = decision.riskClassUpperBounds.findIndex((bound) => probabilityOfDefault < bound)
  return riskClasses[index === -1 ? 4 : index] as RiskClass
}
