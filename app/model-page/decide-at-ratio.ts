import { chooseThreshold, computeIndifference, locateThreshold } from './choose-threshold.ts'
import { computeBlanketCosts, computeCost } from './compute-cost.ts'
import type { Decisions } from './decisions.ts'

/** What the served model would decide on, if mistakes cost this much. */
export interface RatioDecision {
  ratio: number
  threshold: number
  indifference: number
  costPerClient: number
  /** What keeping the served threshold would cost per client. */
  servedCostPerClient: number
  grantAllCostPerClient: number
  refuseAllCostPerClient: number
  goodGranted: number
  goodRefused: number
  defaultsGranted: number
  defaultsRefused: number
}

export interface ServedRule {
  ratio: number
  threshold: number
}

/** Threshold, confusion matrix and cost for a cost ratio; at the served ratio, the served threshold itself. */
export function decideAtRatio(decisions: Decisions, ratio: number, served: ServedRule): RatioDecision {
  const servedIndex = locateThreshold(decisions, served.threshold)
  const isServed = ratio === served.ratio
  const index = isServed ? servedIndex : chooseThreshold(decisions, ratio)
  const { grantAll, refuseAll } = computeBlanketCosts(decisions, ratio)
  const defaultsRefused = decisions.defaultsRefused[index] as number
  const goodRefused = decisions.goodRefused[index] as number
  return {
    ratio,
    threshold: isServed ? served.threshold : (decisions.thresholds[index] as number),
    indifference: computeIndifference(ratio),
    costPerClient: computeCost(decisions, index, ratio),
    servedCostPerClient: computeCost(decisions, servedIndex, ratio),
    grantAllCostPerClient: grantAll,
    refuseAllCostPerClient: refuseAll,
    goodGranted: decisions.clients - decisions.defaults - goodRefused,
    goodRefused,
    defaultsGranted: decisions.defaults - defaultsRefused,
    defaultsRefused,
  }
}
