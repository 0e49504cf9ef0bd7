import type { ExplainClientAnswer, Reason } from '#core/contracts/explain-client.ts'

/** One step of the way from the average client's raw score to this client's. Positions are per cent of the width. */
export interface WaterfallStep {
  /** Null for the rest, which has no name of its own. */
  reason: Reason | null
  contributionLogOdds: number
  /** Raw score after this step. */
  totalLogOdds: number
  x: number
  width: number
  /** Where the step starts and where it ends. */
  from: number
  to: number
}

export interface Waterfall {
  steps: WaterfallStep[]
  /** Place of the average client's raw score. */
  base: number
  /** This client's raw score, and its place. */
  endLogOdds: number
  end: number
}

type Explanation = Pick<
  ExplainClientAnswer,
  'baseValueLogOdds' | 'reasons' | 'otherContributionLogOdds' | 'rawScoreLogOdds'
>

/** Room at both ends, in per cent of the drawing. */
const margin = 2

/** Lays the first reasons out one after the other; all that is left is one last step, so that the way always ends at the score. */
export function computeWaterfall(explanation: Explanation, reasonCount: number): Waterfall {
  const { baseValueLogOdds, reasons, otherContributionLogOdds } = explanation
  const named = reasons.slice(0, reasonCount)
  const rest = reasons
    .slice(reasonCount)
    .reduce((sum, { contributionLogOdds }) => sum + contributionLogOdds, otherContributionLogOdds)
  const moves: { reason: Reason | null; contributionLogOdds: number }[] = [
    ...named.map((reason) => ({ reason, contributionLogOdds: reason.contributionLogOdds })),
    { reason: null, contributionLogOdds: rest },
  ]
  let total = baseValueLogOdds
  const totals = moves.map(({ contributionLogOdds }) => {
    total += contributionLogOdds
    return total
  })
  const [least, most] = [Math.min(baseValueLogOdds, ...totals), Math.max(baseValueLogOdds, ...totals)]
  const place = (logOdds: number) => {
    const share = most > least ? (logOdds - least) / (most - least) : 0.5
    return Math.round((margin + share * (100 - 2 * margin)) * 100) / 100
  }
  const steps = moves.map((move, index): WaterfallStep => {
    const totalLogOdds = totals[index] as number
    const from = place(totals[index - 1] ?? baseValueLogOdds)
    const to = place(totalLogOdds)
    return { ...move, totalLogOdds, from, to, x: Math.min(from, to), width: Math.abs(to - from) }
  })
  return { steps, base: place(baseValueLogOdds), end: place(total), endLogOdds: total }
}
