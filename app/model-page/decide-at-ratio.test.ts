import { describe, expect, test } from 'vitest'
import { bundleEvaluationSchema } from '#core/contracts/bundle-evaluation.ts'
import { inventEvaluation } from '../gallery/invent-evaluation.ts'
import { chooseThreshold, computeIndifference, locateThreshold } from './choose-threshold.ts'
import { computeCost } from './compute-cost.ts'
import { decideAtRatio } from './decide-at-ratio.ts'
import { type Decisions, toDecisions } from './decisions.ts'

const evaluation = inventEvaluation()
const decisions = toDecisions(evaluation)
const served = { ratio: 10, threshold: evaluation.figures.threshold.estimate }

/** Four clients: two good at 0.1 and 0.3, two in default at 0.2 and 0.4; decided at every cut. */
const four: Decisions = {
  clients: 4,
  defaults: 2,
  thresholds: [0.05, 0.15, 0.25, 0.35, 0.5],
  defaultsRefused: [2, 2, 1, 1, 0],
  goodRefused: [2, 1, 1, 0, 0],
}

describe('The cost of a threshold', () => {
  test('is the ratio times the missed defaults and one for each refused good client', () => {
    expect(four.thresholds.map((_, index) => computeCost(four, index, 10))).toEqual([0.5, 0.25, 2.75, 2.5, 5])
  })
})

describe('The threshold chosen for a ratio', () => {
  test('is, of those that chance can’t tell from the cheapest, the nearest to indifference', () => {
    // At 1:1 the cuts at 0.15 and 0.35 cost one each; the others lie within one standard error of them.
    expect(four.thresholds[chooseThreshold(four, 1)]).toBe(0.5)
    expect(four.thresholds[chooseThreshold(four, 10)]).toBe(0.05)
  })

  test('falls as a missed default costs more', () => {
    const chosen = [1, 2, 5, 10, 20, 50].map((ratio) => decideAtRatio(decisions, ratio, served).threshold)
    expect(chosen).toEqual([...chosen].sort((a, b) => b - a))
    expect(new Set(chosen).size).toBeGreaterThan(3)
  })

  test('lies near indifference where probabilities are calibrated', () => {
    for (const ratio of [2, 5, 10, 20]) {
      const { threshold } = decideAtRatio(decisions, ratio, served)
      expect(Math.abs(threshold / computeIndifference(ratio) - 1)).toBeLessThan(0.25)
    }
  })

  test('costs at most what everyone granted or everyone refused costs, up to chance', () => {
    for (const ratio of [1, 3, 10, 30, 50]) {
      const decision = decideAtRatio(decisions, ratio, served)
      const blanket = Math.min(decision.grantAllCostPerClient, decision.refuseAllCostPerClient)
      expect(decision.costPerClient).toBeLessThanOrEqual(blanket * 1.02)
    }
  })
})

describe('The decision at the served ratio', () => {
  const decision = decideAtRatio(decisions, 10, served)

  test('has the served threshold and the cost that training found', () => {
    expect(decision.threshold).toBe(served.threshold)
    expect(decision.costPerClient).toBeCloseTo(evaluation.figures.costPerClient.estimate, 12)
    expect(decision.servedCostPerClient).toBe(decision.costPerClient)
  })

  test('counts every client once', () => {
    const { goodGranted, goodRefused, defaultsGranted, defaultsRefused } = decision
    expect(goodGranted + goodRefused + defaultsGranted + defaultsRefused).toBe(evaluation.clients)
    expect(defaultsGranted + defaultsRefused).toBe(evaluation.defaults)
  })
})

describe('The nearest threshold', () => {
  test('is found between and beyond those known', () => {
    expect([0, 0.09, 0.16, 0.9].map((threshold) => locateThreshold(four, threshold))).toEqual([0, 0, 1, 4])
  })
})

describe('The invented evaluation', () => {
  test('keeps the contract of a real one', () => {
    expect(bundleEvaluationSchema.parse(evaluation)).toEqual(evaluation)
  })
})
