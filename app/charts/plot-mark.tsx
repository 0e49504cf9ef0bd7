type Side = 'left' | 'right' | 'above' | 'below'

interface PlotMarkProps {
  /** Per cent of the drawing, y from below. */
  x: number
  y: number
  label?: string
  /** Where the label stands; by default on the side that has more room. */
  side?: Side
  shape?: 'dot' | 'ring' | 'diamond'
}

const labelOffsets: Record<Side, { dx: number; dy: number }> = {
  left: { dx: -10, dy: 4 },
  right: { dx: 10, dy: 4 },
  above: { dx: 0, dy: -11 },
  below: { dx: 0, dy: 20 },
}

const shapes = {
  dot: <circle r="5" className="fill-accent stroke-surface" strokeWidth="2" />,
  ring: <circle r="4.5" className="fill-surface stroke-ink" strokeWidth="1.75" />,
  diamond: <path d="M0-6 6 0 0 6-6 0z" className="fill-ink stroke-surface" strokeWidth="1.5" />,
}

/** A point that stands out, named beside it. */
export function PlotMark({ x, y, label, side = x > 50 ? 'left' : 'right', shape = 'dot' }: PlotMarkProps) {
  return (
    <svg aria-hidden="true" x={`${x}%`} y={`${100 - y}%`} overflow="visible">
      {shapes[shape]}
      {label && (
        <text
          {...labelOffsets[side]}
          textAnchor={chooseAnchor(side, x)}
          paintOrder="stroke"
          strokeWidth="4"
          strokeLinejoin="round"
          className="fill-ink stroke-surface text-xs font-[560]"
        >
          {label}
        </text>
      )}
    </svg>
  )
}

function chooseAnchor(side: Side, x: number): 'start' | 'middle' | 'end' {
  if (side === 'left') return 'end'
  if (side === 'right' || x < 15) return 'start'
  return x > 85 ? 'end' : 'middle'
}
