import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { createGaugeView } from '../testing/create-gauge-view.ts'
import { computeGaugeLayout } from './compute-gauge-layout.ts'

const probability = fc.double({ min: 0, max: 1, noNaN: true })

/** Any decision a bundle may hold: an ordered band round the threshold and ordered class bounds. */
const anyView = fc
  .record({
    probabilityOfDefault: probability,
    cuts: fc.tuple(probability, probability, probability).map((cuts) => cuts.sort((a, b) => a - b)),
    bounds: fc
      .tuple(probability, probability, probability, probability)
      .map((bounds) => bounds.sort((a, b) => a - b)),
  })
  .map(({ probabilityOfDefault, cuts: [lower = 0, threshold = 0, upper = 0], bounds }) =>
    createGaugeView(probabilityOfDefault, {
      threshold,
      reviewBand: { lower, upper },
      riskClassUpperBounds: bounds as ViewClientAnswer['riskClassUpperBounds'],
    }),
  )

describe('The gauge’s geometry', () => {
  test('places the usual marks on a scale from 60 to 100 %', () => {
    const layout = computeGaugeLayout(createGaugeView(0.136))
    expect(layout.scaleStart).toBe(0.6)
    expect(layout.client.x).toBeCloseTo(66, 6)
    expect(layout.threshold.x).toBeCloseTo(77.2, 6)
    expect(layout.ticks.map(({ probabilityOfRepayment }) => probabilityOfRepayment)).toEqual([
      0.6, 0.7, 0.8, 0.9, 1,
    ])
  })

  test('starts lower for a client below the usual scale, so that nobody falls off it', () => {
    expect(computeGaugeLayout(createGaugeView(0.55)).scaleStart).toBe(0.4)
    expect(computeGaugeLayout(createGaugeView(1)).scaleStart).toBe(0)
  })

  test('keeps every mark inside the drawing', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { client, threshold, zones, classes, ticks } = computeGaugeLayout(view)
        for (const { x } of [client, threshold, ...ticks]) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(100)
        }
        for (const { x, width } of [...zones, ...classes]) {
          expect(width).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(100 + 1e-9)
        }
      }),
    )
  })

  test('moves the client to the right when repayment is likelier', () => {
    fc.assert(
      fc.property(probability, probability, (one, other) => {
        const [safer, riskier] = [Math.min(one, other), Math.max(one, other)]
        const scaled = (probabilityOfDefault: number) => {
          const layout = computeGaugeLayout(createGaugeView(probabilityOfDefault))
          return layout.scaleStart + (layout.client.x / 100) * (1 - layout.scaleStart)
        }
        expect(scaled(safer)).toBeGreaterThanOrEqual(scaled(riskier) - 1e-4)
      }),
    )
  })

  test('joins zones and classes without gap or overlap, from the left edge to the right', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const layout = computeGaugeLayout(view)
        for (const bands of [layout.zones, layout.classes]) {
          expect(bands[0]?.x).toBe(0)
          const end = bands.reduce((position, { x, width }) => {
            expect(x).toBeCloseTo(position, 6)
            return x + width
          }, 0)
          expect(end).toBeCloseTo(100, 6)
        }
      }),
    )
  })
})
