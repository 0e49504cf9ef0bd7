import type { PlotScale } from './create-plot-scale.ts'

interface IntervalBarProps {
  scale: PlotScale
  estimate: number
  low: number
  high: number
  /** A figure that all rows are held against, as a dashed line through them. */
  reference?: number
  isStrong?: boolean
}

const height = 20

/**
 * An estimate as a dot and its interval as a whisker with ends; what lies above the scale, as an arrow that points there.
 * Silent: the row says the figures.
 */
export function IntervalBar({ scale, estimate, low, high, reference, isStrong = false }: IntervalBarProps) {
  const [from, to] = [`${scale.place(low)}%`, `${scale.place(high)}%`]
  const middle = height / 2
  if (scale.isAbove(estimate)) {
    return (
      <svg aria-hidden="true" className="block w-full overflow-visible" height={height}>
        <svg x="100%" y={middle} overflow="visible" aria-hidden="true">
          <path d="M-12 0H-2M-6-4l5 4-5 4" fill="none" className="stroke-ink-2" strokeWidth="1.5" />
        </svg>
      </svg>
    )
  }
  const line = isStrong ? 'stroke-accent' : 'stroke-ink-2'
  return (
    <svg aria-hidden="true" className="block w-full overflow-visible" height={height}>
      {reference !== undefined && (
        <line
          x1={`${scale.place(reference)}%`}
          x2={`${scale.place(reference)}%`}
          y1="-2"
          y2={height + 2}
          className="stroke-ink-3"
          strokeDasharray="3 3"
        />
      )}
      <line x1={from} x2={to} y1={middle} y2={middle} className={line} strokeWidth="1.5" />
      {[from, to].map((end, index) => (
        <line
          key={index === 0 ? 'low' : 'high'}
          x1={end}
          x2={end}
          y1={middle - 4}
          y2={middle + 4}
          className={line}
          strokeWidth="1.5"
        />
      ))}
      <circle
        cx={`${scale.place(estimate)}%`}
        cy={middle}
        r="4"
        strokeWidth="1.75"
        className={isStrong ? 'fill-accent stroke-surface' : 'fill-surface stroke-ink-2'}
      />
    </svg>
  )
}
