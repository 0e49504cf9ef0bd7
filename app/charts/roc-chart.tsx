import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import { useMessages } from '../components/use-messages.ts'
import { createPlotScale } from './create-plot-scale.ts'
import { Plot } from './plot.tsx'
import { PlotCurve } from './plot-curve.tsx'
import { PlotMark } from './plot-mark.tsx'

export const shareTicks = [0, 0.25, 0.5, 0.75, 1]

interface RocChartProps {
  roc: BundleEvaluation['roc']
  /** Rates at the served threshold. */
  served: { falsePositiveRate: number; truePositiveRate: number }
  servedLabel: string
  description: string
}

/** Defaults refused against good clients refused, from the strictest threshold to the laxest; chance is dashed. */
export function RocChart({ roc, served, servedLabel, description }: RocChartProps) {
  const { t, format } = useMessages()
  const scale = createPlotScale({ min: 0, max: 1 })
  const ticks = shareTicks.map((figure) => ({ figure, label: format.compactShare(figure) }))
  return (
    <Plot
      x={{ scale, ticks, title: t('model.roc.axis.x') }}
      y={{ scale, ticks, title: t('model.roc.axis.y') }}
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
      <text x="62%" y="38%" dx="6" dy="14" className="fill-ink-3 text-xs">
        {t('model.roc.chance')}
      </text>
      <PlotCurve
        points={roc.map(({ falsePositiveRate, truePositiveRate }) => ({
          x: scale.place(falsePositiveRate),
          y: scale.place(truePositiveRate),
        }))}
      />
      <PlotMark
        x={scale.place(served.falsePositiveRate)}
        y={scale.place(served.truePositiveRate)}
        label={servedLabel}
        side="right"
      />
    </Plot>
  )
}
