import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventExplanation } from '../gallery/invent-explanation.ts'
import { computeWaterfall } from './compute-waterfall.ts'

const anyExplanation = fc
  .record({
    baseValueLogOdds: fc.double({ min: -5, max: 5, noNaN: true }),
    contributions: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 20 }),
    otherContributionLogOdds: fc.double({ min: -2, max: 2, noNaN: true }),
  })
  .map(({ baseValueLogOdds, contributions, otherContributionLogOdds }) => {
    const sum = contributions.reduce((total, each) => total + each, 0)
    const [reason] = inventExplanation('en', 'usual').reasons
    return {
      baseValueLogOdds,
      otherContributionLogOdds,
      rawScoreLogOdds: baseValueLogOdds + sum + otherContributionLogOdds,
      reasons: contributions.map((contributionLogOdds) => ({ ...reason, contributionLogOdds })),
    } as Parameters<typeof computeWaterfall>[0]
  })

describe('The waterfall', () => {
  test('ends at the client’s raw score, however many reasons are shown', () => {
    fc.assert(
      fc.property(anyExplanation, fc.integer({ min: 1, max: 20 }), (explanation, count) => {
        expect(computeWaterfall(explanation, count).endLogOdds).toBeCloseTo(explanation.rawScoreLogOdds, 9)
      }),
    )
  })

  test('starts each step where the one before ended, inside the drawing', () => {
    fc.assert(
      fc.property(anyExplanation, fc.integer({ min: 1, max: 20 }), (explanation, count) => {
        const { steps, base, end } = computeWaterfall(explanation, count)
        const last = steps.reduce((place, { from, to, x, width }) => {
          expect(from).toBe(place)
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(100)
          return to
        }, base)
        expect(last).toBe(end)
      }),
    )
  })

  test('leads to the right where the risk rises and to the left where it falls', () => {
    fc.assert(
      fc.property(anyExplanation, (explanation) => {
        for (const { from, to, contributionLogOdds } of computeWaterfall(explanation, 20).steps) {
          if (contributionLogOdds > 0) expect(to).toBeGreaterThanOrEqual(from)
          else expect(to).toBeLessThanOrEqual(from)
        }
      }),
    )
  })
})
