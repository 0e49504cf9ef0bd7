import type { Waterfall, WaterfallStep } from './compute-waterfall.ts'

const height = 28

/** One step as a bar, with a thin line back to where it starts. Silent: the row says the figure. */
export function WaterfallStepBar({ step, base }: { step: WaterfallStep; base: number }) {
  const raisesRisk = step.contributionLogOdds > 0
  return (
    <svg aria-hidden="true" className="block w-full" height={height}>
      <line x1={`${base}%`} x2={`${base}%`} y1="0" y2={height} className="stroke-line" />
      <rect
        x={`${step.x}%`}
        y="8"
        width={`${Math.max(step.width, 0.4)}%`}
        height="12"
        rx="2"
        className={raisesRisk ? 'fill-bad' : 'fill-good'}
      />
      <line
        x1={`${step.to}%`}
        x2={`${step.to}%`}
        y1="4"
        y2={height}
        className="stroke-edge"
        strokeDasharray="2 2"
      />
    </svg>
  )
}

/** The two ends of the way: the average client and this one. */
export function WaterfallEnd({ waterfall, isStart }: { waterfall: Waterfall; isStart: boolean }) {
  const x = isStart ? waterfall.base : waterfall.end
  return (
    <svg aria-hidden="true" className="block w-full" height={height} overflow="visible">
      <line
        x1={`${waterfall.base}%`}
        x2={`${waterfall.base}%`}
        y1={isStart ? 14 : 0}
        y2={isStart ? height : 14}
        className="stroke-line"
      />
      <svg aria-hidden="true" x={`${x}%`} y="14" overflow="visible">
        {isStart ? (
          <circle r="5" className="fill-surface stroke-ink-2" strokeWidth="1.5" />
        ) : (
          <path d="M0-6.5 6.5 0 0 6.5-6.5 0z" className="fill-ink" />
        )}
      </svg>
    </svg>
  )
}
