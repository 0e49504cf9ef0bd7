import type { Histogram } from '#core/contracts/compare-cohort.ts'
import { computeHistogramLayout } from './compute-histogram-layout.ts'

const height = 76

interface HistogramChartProps {
  histogram: Histogram
  clientValue: number | null
  median: number | null
  /** The same in a sentence. */
  description: string
  /** What stands under the client's mark, or in its place. */
  clientLabel: string
}

/** How a cohort is spread, the client's place as a line with a head, the median dashed. */
export function HistogramChart(props: HistogramChartProps) {
  const { histogram, clientValue, median, description, clientLabel } = props
  const layout = computeHistogramLayout(histogram, clientValue, median)
  const { client } = layout
  return (
    <svg role="img" aria-label={description} className="block w-full overflow-visible" height={height + 24}>
      {layout.bars.map(({ x, width, height: share, isClients }) => (
        <rect
          key={x}
          x={`${x + width * 0.06}%`}
          width={`${width * 0.88}%`}
          y={10 + (height - 10) * (1 - share / 100)}
          height={Math.max(share > 0 ? 1 : 0, ((height - 10) * share) / 100)}
          className={isClients ? 'fill-accent' : 'fill-bar'}
        />
      ))}
      <line x1="0" x2="100%" y1={height} y2={height} className="stroke-edge" />
      {layout.median !== null && (
        <line
          x1={`${layout.median}%`}
          x2={`${layout.median}%`}
          y1="10"
          y2={height}
          className="stroke-ink-3"
          strokeDasharray="3 3"
        />
      )}
      {client !== null && (
        <>
          <line
            x1={`${client}%`}
            x2={`${client}%`}
            y1="4"
            y2={height}
            className="stroke-accent"
            strokeWidth="2"
          />
          <circle cx={`${client}%`} cy="4" r="3.5" className="fill-accent" />
        </>
      )}
      <text
        x={`${client ?? 0}%`}
        y={height + 17}
        textAnchor={client === null || client < 30 ? 'start' : client > 70 ? 'end' : 'middle'}
        className="fill-ink-2 text-xs"
      >
        {clientLabel}
      </text>
    </svg>
  )
}
