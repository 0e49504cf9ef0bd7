import type { ViewClientAnswer } from '#core/contracts/view-client.ts'

interface GaugeDecision {
  threshold: number
  reviewBand: ViewClientAnswer['reviewBand']
  riskClassUpperBounds: ViewClientAnswer['riskClassUpperBounds']
}

const usualDecision: GaugeDecision = {
  threshold: 0.0912,
  reviewBand: { lower: 0.076, upper: 0.106 },
  riskClassUpperBounds: [0.03, 0.06, 0.0912, 0.18],
}

/** An answer as the core gives it, for tests of what is drawn from it. */
export function createGaugeView(
  probabilityOfDefault: number,
  { threshold, reviewBand, riskClassUpperBounds } = usualDecision,
): Pick<ViewClientAnswer, 'score' | 'reviewBand' | 'riskClassUpperBounds'> {
  const isBelow = probabilityOfDefault < reviewBand.lower
  const classIndex = riskClassUpperBounds.findIndex((bound) => probabilityOfDefault < bound)
  return {
    score: {
      clientId: 104218,
      probabilityOfDefault,
      probabilityOfRepayment: 1 - probabilityOfDefault,
      rawScoreLogOdds: Math.log(probabilityOfDefault / (1 - probabilityOfDefault)),
      decisionThreshold: threshold,
      advice: isBelow ? 'grant' : probabilityOfDefault < reviewBand.upper ? 'review' : 'refuse',
      riskClass: (['A', 'B', 'C', 'D', 'E'] as const)[classIndex] ?? 'E',
      provenance: {
        modelVersion: 'lgbm-test',
        modelSha256: 'a'.repeat(64),
        dataVersion: 'demo-test',
        computedAt: '2026-11-24T20:00:00Z',
      },
    },
    reviewBand,
    riskClassUpperBounds,
  }
}
