import { describe, expect, test } from 'vitest'
import { inventDrift } from '../gallery/invent-drift.ts'
import { inventEvaluation } from '../gallery/invent-evaluation.ts'
import { decideAtRatio } from '../model-page/decide-at-ratio.ts'
import { toDecisions } from '../model-page/decisions.ts'
import { computeCostLayout } from './compute-cost-layout.ts'
import { computeWindowLayout, outlineCurrent } from './compute-window-layout.ts'

const evaluation = inventEvaluation()
const decisions = toDecisions(evaluation)
const served = { ratio: 10, threshold: evaluation.figures.threshold.estimate }

describe('The drawing of costs', () => {
  const layOut = (ratio: number) =>
    computeCostLayout(decisions, decideAtRatio(decisions, ratio, served), served.threshold)

  test('shows the chosen threshold below what deciding without a model costs, at every ratio', () => {
    for (const ratio of [2, 5, 10, 20, 40]) {
      const { chosen, blanket } = layOut(ratio)
      expect(chosen.y).toBeGreaterThan(0)
      expect(chosen.y).toBeLessThan(blanket)
    }
  })

  test('has the chosen threshold on its curve', () => {
    const { chosen, curve } = layOut(10)
    const nearest = curve.reduce((best, point) =>
      Math.abs(point.x - chosen.x) < Math.abs(best.x - chosen.x) ? point : best,
    )
    expect(nearest.y).toBeCloseTo(chosen.y, 1)
  })

  test('moves the chosen threshold to the left as a missed default costs more, and leaves the served one', () => {
    expect(layOut(40).chosen.x).toBeLessThan(layOut(5).chosen.x)
    expect(layOut(40).served.x).toBe(layOut(5).served.x)
  })
})

describe('Two windows over the same bins', () => {
  const [ranges, categories] = inventDrift('fr').distributions.map(computeWindowLayout)

  test('are drawn as shares of each, whatever their sizes', () => {
    for (const { bars } of [ranges, categories].filter((layout) => layout !== undefined)) {
      const sum = (read: (bar: (typeof bars)[number]) => number) =>
        bars.reduce((total, bar) => total + read(bar), 0)
      expect(sum((bar) => bar.referenceShare)).toBeCloseTo(1)
      expect(sum((bar) => bar.currentShare)).toBeCloseTo(1)
      expect(Math.max(...bars.flatMap((bar) => [bar.referenceHeight, bar.currentHeight]))).toBe(100)
    }
  })

  test('tell categories, which have no neighbours, from ranges', () => {
    expect([ranges?.isCategorical, categories?.isCategorical]).toEqual([false, true])
  })

  test('have an outline that starts and ends on the axis', () => {
    const outline = outlineCurrent(ranges?.bars ?? [])
    expect([outline[0], outline.at(-1)]).toEqual([
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ])
    expect(outlineCurrent([])).toEqual([])
  })

  test('of which one holds no value are drawn flat rather than not at all', () => {
    const empty = { edges: [0, 1, 2], counts: [0, 0] }
    const { bars } = computeWindowLayout({
      feature: 'x',
      label: 'x',
      unit: '',
      reference: { ...empty, counts: [1, 3] },
      current: empty,
    })
    expect(bars.map(({ currentHeight }) => currentHeight)).toEqual([0, 0])
  })
})
