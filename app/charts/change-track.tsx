import type { SimulateClientAnswer } from '#core/contracts/simulate-client.ts'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { computeGaugeLayout } from './compute-gauge-layout.ts'

interface ChangeTrackProps {
  view: Pick<ViewClientAnswer, 'score' | 'reviewBand' | 'riskClassUpperBounds'>
  simulation: SimulateClientAnswer | null
  description: string
}

/** From the probability as it is (hollow) to the one with the changes (full), and the threshold between. */
export function ChangeTrack({ view, simulation, description }: ChangeTrackProps) {
  const after = simulation?.after ?? view.score
  const lower = after.probabilityOfRepayment < view.score.probabilityOfRepayment ? after : view.score
  const { scaleStart } = computeGaugeLayout({
    ...view,
    score: { ...view.score, probabilityOfRepayment: lower.probabilityOfRepayment },
  })
  const place = (probability: number) =>
    Math.round(Math.min(1, Math.max(0, (probability - scaleStart) / (1 - scaleStart))) * 10_000) / 100
  const [from, to] = [place(view.score.probabilityOfRepayment), place(after.probabilityOfRepayment)]
  const threshold = place(1 - view.score.decisionThreshold)
  const tone = to >= from ? 'good' : 'bad'
  return (
    <svg role="img" aria-label={description} className="block w-full overflow-visible" height="26">
      <rect y="11" width="100%" height="4" rx="2" className="fill-bar" />
      <rect
        x={`${Math.min(from, to)}%`}
        y="11"
        width={`${Math.abs(to - from)}%`}
        height="4"
        className={tone === 'good' ? 'fill-good' : 'fill-bad'}
      />
      <line x1={`${threshold}%`} x2={`${threshold}%`} y1="3" y2="23" className="stroke-ink" strokeWidth="2" />
      <circle cx={`${from}%`} cy="13" r="5" className="fill-surface stroke-ink-2" strokeWidth="2" />
      {simulation && (
        <circle
          cx={`${to}%`}
          cy="13"
          r="6"
          className={`${tone === 'good' ? 'fill-good' : 'fill-bad'} stroke-surface`}
          strokeWidth="2"
        />
      )}
    </svg>
  )
}
