import type { ScoreClientAnswer } from '#core/contracts/score-client.ts'

export interface ThresholdDistance {
  side: 'above' | 'below' | 'at'
  /** Percentage points, one decimal. */
  points: number
}

/**
 * How far the probability of repayment lies from the threshold. It is the difference of the two figures as they
 * are shown, with one decimal, so that a reader who subtracts them finds the same.
 */
export function describeDistance(
  score: Pick<ScoreClientAnswer, 'probabilityOfRepayment' | 'decisionThreshold'>,
): ThresholdDistance {
  const tenths = (probability: number) => Math.round(probability * 1000)
  const difference = tenths(score.probabilityOfRepayment) - tenths(1 - score.decisionThreshold)
  if (difference === 0) return { side: 'at', points: 0 }
  return { side: difference > 0 ? 'above' : 'below', points: Math.abs(difference) / 10 }
}
