import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { computeWindowLayout, outlineCurrent, type WindowBar } from './compute-window-layout.ts'

interface WindowChartProps {
  distribution: WindowDistribution
  /** The drawing in a sentence. */
  description: string
  /** What stands under the drawing, with its place in per cent of the width. */
  axis: { x: number; text: string }[]
  className?: string
}

/** One column in two windows: the reference as filled bars, the current one as an outline over them. */
export function WindowChart({ distribution, description, axis, className = 'h-32' }: WindowChartProps) {
  const { bars, isCategorical } = computeWindowLayout(distribution)
  return (
    <svg role="img" aria-label={description} className={`mb-6 block w-full overflow-visible ${className}`}>
      {bars.map(({ x, width, referenceHeight }) => (
        <rect
          key={x}
          x={`${x + width * 0.05}%`}
          width={`${width * 0.9}%`}
          y={`${100 - referenceHeight}%`}
          height={`${referenceHeight}%`}
          className="fill-bar stroke-edge"
          strokeWidth="0.5"
        />
      ))}
      {isCategorical ? <CategoryOutlines bars={bars} /> : <RangeOutline bars={bars} />}
      <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-edge" />
      {axis.map(({ x, text }) => (
        <text
          key={x}
          x={`${x}%`}
          y="100%"
          dy="17"
          textAnchor={x === 0 ? 'start' : x === 100 ? 'end' : 'middle'}
          className="fill-ink-3 text-xs"
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

/** Categories have no neighbours: each has an outline of its own. */
function CategoryOutlines({ bars }: { bars: readonly WindowBar[] }) {
  return (
    <>
      {bars.map(({ x, width, currentHeight }) => (
        <rect
          key={x}
          x={`${x + width * 0.2}%`}
          width={`${width * 0.6}%`}
          y={`${100 - currentHeight}%`}
          height={`${currentHeight}%`}
          fill="none"
          className="stroke-accent"
          strokeWidth="2"
        />
      ))}
    </>
  )
}

function RangeOutline({ bars }: { bars: readonly WindowBar[] }) {
  const [first, ...rest] = outlineCurrent(bars)
  if (!first) return null
  const round = (figure: number) => Math.round(figure * 100) / 100
  const path = rest.map(({ x, y }) => `H${x}V${round(100 - y)}`).join('')
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      overflow="visible"
    >
      <path
        d={`M${first.x} 100${path}`}
        fill="none"
        vectorEffect="non-scaling-stroke"
        strokeWidth="2"
        strokeLinejoin="round"
        className="stroke-accent"
      />
    </svg>
  )
}
