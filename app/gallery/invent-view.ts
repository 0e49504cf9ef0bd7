import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { inventedProfile, inventedProvenance } from './invented-clients.ts'

const threshold = 0.0912
const reviewBand = { lower: 0.076, upper: 0.106 }
const riskClassUpperBounds: ViewClientAnswer['riskClassUpperBounds'] = [0.03, 0.06, 0.0912, 0.18]

/** A client with a given probability of default, under an invented decision. */
export function inventView(probabilityOfDefault: number, profile = inventedProfile): ViewClientAnswer {
  return {
    profile,
    score: {
      clientId: profile.clientId,
      rawScoreLogOdds: Math.log(probabilityOfDefault / (1 - probabilityOfDefault)),
      decisionThreshold: threshold,
      ...inventDecision(probabilityOfDefault),
      provenance: inventedProvenance,
    },
    reviewBand,
    riskClassUpperBounds,
  }
}

/** Probability, advice and class that go together. */
export function inventDecision(probabilityOfDefault: number) {
  const isGranted = probabilityOfDefault < reviewBand.lower
  const position = riskClassUpperBounds.findIndex((bound) => probabilityOfDefault < bound)
  return {
    probabilityOfDefault,
    probabilityOfRepayment: 1 - probabilityOfDefault,
    advice: isGranted
      ? ('grant' as const)
      : probabilityOfDefault < reviewBand.upper
        ? ('review' as const)
        : ('refuse' as const),
    riskClass: (['A', 'B', 'C', 'D', 'E'] as const)[position] ?? ('E' as const),
  }
}
