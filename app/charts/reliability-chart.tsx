import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import { useMessages } from '../components/use-messages.ts'
import { createPlotScale } from './create-plot-scale.ts'
import { Plot } from './plot.tsx'
import { PlotCurve } from './plot-curve.tsx'

const ticks = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1]

interface ReliabilityChartProps {
  bins: BundleEvaluation['calibration']['bins']
  description: string
}

/**
 * Observed against predicted default rate, tenth by tenth, each with its interval; on the dashed line they agree. Both
 * axes follow the root, which spreads the small rates where most clients lie and leaves the line straight.
 */
export function ReliabilityChart({ bins, description }: ReliabilityChartProps) {
  const { t, format } = useMessages()
  const most = Math.max(...bins.flatMap(({ predicted, observedHigh }) => [predicted, observedHigh]))
  const max = Math.min(1, most * 1.08)
  const scale = createPlotScale({ min: 0, max, kind: 'root' })
  const shown = ticks
    .filter((figure) => figure <= max)
    .map((figure) => ({ figure, label: format.compactShare(figure) }))
  return (
    <Plot
      x={{ scale, ticks: shown, title: t('model.calibration.axis.x') }}
      y={{ scale, ticks: shown, title: t('model.calibration.axis.y') }}
      description={description}
      className="h-72"
    >
      <PlotCurve
        style="reference"
        points={[
          { x: 0, y: 0 },
          { x: 100, y: 100 },
        ]}
      />
      {bins.map(({ predicted, observed, observedLow, observedHigh }) => {
        const x = `${scale.place(predicted)}%`
        return (
          <g key={predicted}>
            <line
              x1={x}
              x2={x}
              y1={`${100 - scale.place(observedLow)}%`}
              y2={`${100 - scale.place(observedHigh)}%`}
              className="stroke-accent"
              strokeWidth="1.5"
            />
            <circle
              cx={x}
              cy={`${100 - scale.place(observed)}%`}
              r="4.5"
              className="fill-accent stroke-surface"
              strokeWidth="1.5"
            />
          </g>
        )
      })}
    </Plot>
  )
}
