import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessAdvice, assessRiskClass } from './assess-decision.ts'

const decision = {
  threshold: 0.09,
  reviewBand: { lower: 0.0765, upper: 0.1035 },
  falseNegativeCost: 10,
  falsePositiveCost: 1,
  riskClassUpperBounds: [0.0225, 0.045, 0.09, 0.18] as [number, number, number, number],
}

describe('The advice', () => {
  test('turns at the edges of the review band, which belong to the stricter side', () => {
    expect(assessAdvice(0.0764999, decision)).toBe('grant')
    expect(assessAdvice(0.0765, decision)).toBe('review')
    expect(assessAdvice(0.1035, decision)).toBe('refuse')
  })
  test('and the class never become milder as the risk rises', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(probability, probability, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const order = ['grant', 'review', 'refuse']
        expect(order.indexOf(assessAdvice(low, decision))).toBeLessThanOrEqual(
          order.indexOf(assessAdvice(high, decision)),
        )
        expect(assessRiskClass(low, decision) <= assessRiskClass(high, decision)).toBe(true)
      }),
    )
  })
  test('has a class for every probability, both ends included', () => {
    expect([0, 0.03, 0.06, 0.09, 0.18, 1].map((p) => assessRiskClass(p, decision)).join('')).toBe('ABCDEE')
  })
})
