type Side = 'left' | 'right' | 'aboveRight' | 'belowLeft' | 'belowRight'

interface PlotMarkProps {
  /** Per cent of the drawing, y from below. */
  x: number
  y: number
  label?: string
  /** Where the label stands; by default on the side that has more room. */
  side?: Side
  shape?: 'dot' | 'ring'
}

const labelOffsets: Record<Side, { dx: number; dy: number }> = {
  left: { dx: -10, dy: 4 },
  right: { dx: 10, dy: 4 },
  aboveRight: { dx: 6, dy: -9 },
  belowLeft: { dx: -7, dy: 19 },
  belowRight: { dx: 7, dy: 19 },
}

const shapes = {
  dot: <circle r="5" className="fill-accent stroke-surface" strokeWidth="2" />,
  ring: <circle r="4.5" className="fill-surface stroke-ink" strokeWidth="1.75" />,
}

/** A point that stands out, named beside it. */
export function PlotMark({ x, y, label, side = x > 50 ? 'left' : 'right', shape = 'dot' }: PlotMarkProps) {
  return (
    <svg aria-hidden="true" x={`${x}%`} y={`${100 - y}%`} overflow="visible">
      {shapes[shape]}
      {label && (
        <text
          {...labelOffsets[side]}
          textAnchor={side === 'left' || side === 'belowLeft' ? 'end' : 'start'}
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
