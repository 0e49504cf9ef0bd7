export interface PlotPoint {
  /** Per cent of the drawing, y from below. */
  x: number
  y: number
}

const styles = {
  main: { className: 'stroke-accent', strokeWidth: 2 },
  reference: { className: 'stroke-ink-3', strokeWidth: 1, strokeDasharray: '3 3' },
} as const

interface PlotCurveProps {
  points: readonly PlotPoint[]
  style?: keyof typeof styles
  /** Goes from point to point by right angles, as what changes at each client does. */
  isStepped?: boolean
}

/** A line through points. Stretched with the drawing, its stroke is not. What lies outside is cut off. */
export function PlotCurve({ points, style = 'main', isStepped = false }: PlotCurveProps) {
  const path = points
    .map(({ x, y }, index) => {
      if (index === 0) return `M${x} ${round(100 - y)}`
      return isStepped ? `H${x}V${round(100 - y)}` : `L${x} ${round(100 - y)}`
    })
    .join('')
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      overflow="hidden"
    >
      <path
        d={path}
        fill="none"
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
        {...styles[style]}
      />
    </svg>
  )
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100
}
