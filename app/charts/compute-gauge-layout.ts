import type { Advice, RiskClass } from '#core/contracts/decision.ts'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'

/** A stretch of the scale. `from` and `to` are probabilities of repayment; `x` and `width` per cent of the drawing. */
export interface GaugeBand<Name extends string> {
  name: Name
  from: number
  to: number
  x: number
  width: number
}

export interface GaugeMark {
  probabilityOfRepayment: number
  /** Per cent of the drawing's width, from the left. */
  x: number
}

export interface GaugeLayout {
  /** Probability of repayment at the left edge; the right edge is 1. */
  scaleStart: number
  client: GaugeMark
  threshold: GaugeMark
  /** Refuse, review, grant: from left to right. */
  zones: GaugeBand<Advice>[]
  /** E to A: from left to right. Classes below the scale's start have no width. */
  classes: GaugeBand<RiskClass>[]
  ticks: GaugeMark[]
}

const usualStart = 0.6
const margin = 0.02

/** The usual scale, 60 to 100 %, unless the client or the review zone lies below it: then the next lower ten. */
function chooseScaleStart(lowestMark: number): number {
  if (lowestMark - margin >= usualStart) return usualStart
  return Math.max(0, Math.floor((lowestMark - margin) * 10) / 10)
}

/**
 * Places the client, the threshold, the review zone and the classes on one scale of repayment probability.
 * Positions are rounded to a hundredth of a per cent, and rise with the probability.
 */
export function computeGaugeLayout(
  view: Pick<ViewClientAnswer, 'score' | 'reviewBand' | 'riskClassUpperBounds'>,
): GaugeLayout {
  const { score, reviewBand, riskClassUpperBounds } = view
  const refuseEnd = 1 - reviewBand.upper
  const reviewEnd = 1 - reviewBand.lower
  const scaleStart = chooseScaleStart(Math.min(score.probabilityOfRepayment, refuseEnd))
  const place = (probability: number) =>
    Math.round(Math.min(1, Math.max(0, (probability - scaleStart) / (1 - scaleStart))) * 10_000) / 100
  const mark = (probabilityOfRepayment: number): GaugeMark => ({
    probabilityOfRepayment,
    x: place(probabilityOfRepayment),
  })
  const band = <Name extends string>(name: Name, from: number, to: number): GaugeBand<Name> => ({
    name,
    from,
    to,
    x: place(from),
    width: Math.max(0, place(to) - place(from)),
  })
  const [endOfA, endOfB, endOfC, endOfD] = riskClassUpperBounds
  return {
    scaleStart,
    client: mark(score.probabilityOfRepayment),
    threshold: mark(1 - score.decisionThreshold),
    zones: [band('refuse', 0, refuseEnd), band('review', refuseEnd, reviewEnd), band('grant', reviewEnd, 1)],
    classes: [
      band('E', 0, 1 - endOfD),
      band('D', 1 - endOfD, 1 - endOfC),
      band('C', 1 - endOfC, 1 - endOfB),
      band('B', 1 - endOfB, 1 - endOfA),
      band('A', 1 - endOfA, 1),
    ],
    ticks: chooseTicks(scaleStart).map(mark),
  }
}

/** Round values from the start to 1: four to six of them. */
function chooseTicks(scaleStart: number): number[] {
  const step = scaleStart < 0.5 ? 0.2 : 0.1
  const count = Math.floor((1 - scaleStart) / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Math.round((1 - index * step) * 100) / 100).reverse()
}
