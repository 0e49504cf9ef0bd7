import type { ReactNode } from 'react'
import type { PlotScale } from './create-plot-scale.ts'

export interface PlotAxis {
  scale: PlotScale
  ticks: { figure: number; label: string }[]
  /** What the axis measures. */
  title: string
}

interface PlotProps {
  x: PlotAxis
  y: PlotAxis
  /** The drawing in a sentence or two. */
  description: string
  className?: string
  children: ReactNode
}

/**
 * The frame of a drawing with two axes. Its inside is all of the SVG, placed in per cent of whatever width and height
 * there are, so that lettering and lines keep their size on every screen; the ticks' labels hang outside.
 */
export function Plot({ x, y, description, className = 'h-64', children }: PlotProps) {
  return (
    <div className="mt-3">
      <p aria-hidden="true" className="text-xs text-ink-3">
        {y.title}
      </p>
      <div className="mt-2.5 pr-3 pb-6 pl-11">
        <svg role="img" aria-label={description} className={`block w-full overflow-visible ${className}`}>
          {y.ticks.map(({ figure, label }) => {
            const place = `${100 - y.scale.place(figure)}%`
            return (
              <g key={figure}>
                <line x1="0" x2="100%" y1={place} y2={place} className="stroke-line" />
                <text x="0" dx="-8" y={place} dy="4" textAnchor="end" className="fill-ink-3 text-xs">
                  {label}
                </text>
              </g>
            )
          })}
          {x.ticks.map(({ figure, label }) => {
            const place = `${x.scale.place(figure)}%`
            return (
              <g key={figure}>
                <svg x={place} y="100%" overflow="visible" aria-hidden="true">
                  <line y2="4" className="stroke-edge" />
                </svg>
                <text x={place} y="100%" dy="18" textAnchor="middle" className="fill-ink-3 text-xs">
                  {label}
                </text>
              </g>
            )
          })}
          <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-edge" />
          {children}
        </svg>
      </div>
      <p aria-hidden="true" className="pr-3 text-right text-xs text-ink-3">
        {x.title}
      </p>
    </div>
  )
}
