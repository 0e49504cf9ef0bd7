import { computeCost } from './compute-cost.ts'
import type { Decisions } from './decisions.ts'

/** Where a perfectly calibrated probability makes granting and refusing cost alike. */
export function computeIndifference(ratio: number): number {
  return 1 / (1 + ratio)
}

/**
 * The threshold that costs least for a cost ratio, by the rule of the training (`choose_threshold` in
 * `ml/credit_model/decision.py`): the cheapest one owes much to chance, so of those that cost no more than it by one
 * standard error of the difference, the one nearest to indifference is taken.
 *
 * @returns Its index among the thresholds.
 */
export function chooseThreshold(decisions: Decisions, ratio: number): number {
  const { thresholds, defaultsRefused, goodRefused, clients } = decisions
  const costs = thresholds.map((_, index) => computeCost(decisions, index, ratio) * clients)
  const cheapest = costs.indexOf(Math.min(...costs))
  const indifference = computeIndifference(ratio)
  let chosen = cheapest
  for (const index of thresholds.keys()) {
    const difference = (costs[index] as number) - (costs[cheapest] as number)
    // Two thresholds differ by the decisions on the clients between them alone.
    const defaultsBetween = Math.abs(
      (defaultsRefused[index] as number) - (defaultsRefused[cheapest] as number),
    )
    const goodBetween = Math.abs((goodRefused[index] as number) - (goodRefused[cheapest] as number))
    if (difference > Math.sqrt(ratio ** 2 * defaultsBetween + goodBetween)) continue
    const distance = Math.abs((thresholds[index] as number) - indifference)
    if (distance < Math.abs((thresholds[chosen] as number) - indifference)) chosen = index
  }
  return chosen
}

/** The index of the threshold nearest to one. */
export function locateThreshold({ thresholds }: Decisions, threshold: number): number {
  let nearest = 0
  for (const [index, candidate] of thresholds.entries()) {
    if (Math.abs(candidate - threshold) < Math.abs((thresholds[nearest] as number) - threshold))
      nearest = index
  }
  return nearest
}
