import { computeCost } from '../model-page/compute-cost.ts'
import type { RatioDecision } from '../model-page/decide-at-ratio.ts'
import type { Decisions } from '../model-page/decisions.ts'
import { createPlotScale, type PlotScale } from './create-plot-scale.ts'
import type { PlotPoint } from './plot-curve.tsx'

const thresholdBounds = { min: 0.01, max: 0.6 }

/** How far above the cheaper of the two blanket rules the drawing reaches. */
const headroom = 1.3

export interface CostLayout {
  x: PlotScale
  y: PlotScale
  topCost: number
  curve: PlotPoint[]
  chosen: PlotPoint
  /** Where the served threshold meets the curve; at the top when it costs more than the drawing shows. */
  served: PlotPoint
  /** Height of granting or refusing everyone, whichever costs less. */
  blanket: number
}

/**
 * Cost against threshold for one ratio. Thresholds stand by their logarithm, where costs are as steep on either side;
 * the height follows the cheaper blanket rule, so that what the model saves can be compared from ratio to ratio.
 */
export function computeCostLayout(
  decisions: Decisions,
  decision: RatioDecision,
  servedThreshold: number,
): CostLayout {
  const { ratio, threshold, costPerClient, servedCostPerClient } = decision
  const blanketCost = Math.min(decision.grantAllCostPerClient, decision.refuseAllCostPerClient)
  const topCost = Math.max(blanketCost * headroom, costPerClient * 1.1)
  const x = createPlotScale({ ...thresholdBounds, kind: 'log' })
  const y = createPlotScale({ min: 0, max: topCost })
  const curve = decisions.thresholds.flatMap((at, index) => {
    const next = decisions.thresholds[index + 1] ?? at
    const previous = decisions.thresholds[index - 1] ?? at
    if (next < thresholdBounds.min || previous > thresholdBounds.max) return []
    // Beyond the top the line must leave the drawing at its own slope, not run along its edge.
    const cost = computeCost(decisions, index, ratio)
    return [{ x: x.place(at), y: Math.round((cost / topCost) * 10_000) / 100 }]
  })
  return {
    x,
    y,
    topCost,
    curve,
    chosen: { x: x.place(threshold), y: y.place(costPerClient) },
    served: { x: x.place(servedThreshold), y: y.place(servedCostPerClient) },
    blanket: y.place(blanketCost),
  }
}
