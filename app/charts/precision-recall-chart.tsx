import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import { useMessages } from '../components/use-messages.ts'
import { createPlotScale } from './create-plot-scale.ts'
import { listTicks } from './list-ticks.ts'
import { Plot } from './plot.tsx'
import { PlotCurve } from './plot-curve.tsx'
import { PlotMark } from './plot-mark.tsx'
import { shareTicks } from './roc-chart.tsx'

/** Below this recall a handful of clients decides: precision there says nothing and would stretch the axis. */
const steadyRecall = 0.05

interface PrecisionRecallChartProps {
  curve: BundleEvaluation['precisionRecall']
  defaultRate: number
  served: { recall: number; precision: number }
  servedLabel: string
  description: string
}

/** How many of those refused would have defaulted, against how many defaults are refused; without a model, dashed. */
export function PrecisionRecallChart(props: PrecisionRecallChartProps) {
  const { curve, defaultRate, served, servedLabel, description } = props
  const { t, format } = useMessages()
  const steady = curve.filter(({ recall }) => recall >= steadyRecall)
  const top = Math.min(1, Math.max(...steady.map(({ precision }) => precision), defaultRate * 2) * 1.1)
  const x = createPlotScale({ min: 0, max: 1 })
  const y = createPlotScale({ min: 0, max: top })
  return (
    <Plot
      x={{
        scale: x,
        ticks: shareTicks.map((figure) => ({ figure, label: format.compactShare(figure) })),
        title: t('model.pr.axis.x'),
      }}
      y={{
        scale: y,
        ticks: listTicks(0, top, 4).map((figure) => ({ figure, label: format.compactShare(figure) })),
        title: t('model.pr.axis.y'),
      }}
      description={description}
      className="h-72"
    >
      <PlotCurve
        style="reference"
        points={[
          { x: 0, y: y.place(defaultRate) },
          { x: 100, y: y.place(defaultRate) },
        ]}
      />
      <text x="0" dx="6" y={`${100 - y.place(defaultRate)}%`} dy="-6" className="fill-ink-3 text-xs">
        {t('model.pr.baseline', { rate: format.share(defaultRate) })}
      </text>
      <PlotCurve
        points={steady.map(({ recall, precision }) => ({ x: x.place(recall), y: y.place(precision) }))}
      />
      <PlotMark
        x={x.place(served.recall)}
        y={y.place(served.precision)}
        label={servedLabel}
        side="aboveRight"
      />
    </Plot>
  )
}
