import { useMessages } from '../components/use-messages.ts'
import type { RatioDecision, ServedRule } from '../model-page/decide-at-ratio.ts'
import type { Decisions } from '../model-page/decisions.ts'
import { computeCostLayout } from './compute-cost-layout.ts'
import { listTicks } from './list-ticks.ts'
import { Plot } from './plot.tsx'
import { PlotCurve } from './plot-curve.tsx'
import { PlotMark } from './plot-mark.tsx'

const thresholdTicks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5]

interface CostChartProps {
  decisions: Decisions
  decision: RatioDecision
  served: ServedRule
  description: string
}

/** What each threshold costs per client: the chosen one as a dot, the served one as a ring, without a model dashed. */
export function CostChart({ decisions, decision, served, description }: CostChartProps) {
  const { t, format } = useMessages()
  const layout = computeCostLayout(decisions, decision, served.threshold)
  const isServed = decision.ratio === served.ratio
  const isGrantCheaper = decision.grantAllCostPerClient <= decision.refuseAllCostPerClient
  const digits = layout.topCost < 0.5 ? 2 : 1
  return (
    <Plot
      x={{
        scale: layout.x,
        ticks: thresholdTicks.map((figure) => ({ figure, label: format.compactShare(figure) })),
        title: t('model.cost.axis.threshold'),
      }}
      y={{
        scale: layout.y,
        ticks: listTicks(0, layout.topCost, 4).map((figure) => ({
          figure,
          label: format.decimal(figure, digits),
        })),
        title: t('model.cost.axis.cost'),
      }}
      description={description}
      className="h-64 sm:h-72"
    >
      <PlotCurve
        style="reference"
        points={[
          { x: 0, y: layout.blanket },
          { x: 100, y: layout.blanket },
        ]}
      />
      <svg aria-hidden="true" x="0" y={`${100 - layout.blanket}%`} overflow="visible">
        <text
          dx="6"
          dy={isGrantCheaper ? 15 : -6}
          paintOrder="stroke"
          strokeWidth="4"
          className="fill-ink-2 stroke-surface text-xs"
        >
          {t(isGrantCheaper ? 'model.cost.grantAll' : 'model.cost.refuseAll')}
        </text>
      </svg>
      <PlotCurve points={layout.curve} />
      <line
        x1={`${layout.chosen.x}%`}
        x2={`${layout.chosen.x}%`}
        y1={`${100 - layout.chosen.y}%`}
        y2="100%"
        className="stroke-accent"
      />
      {!isServed && (
        <ServedThreshold
          {...layout.served}
          isLeft={layout.served.x < layout.chosen.x}
          label={t('model.cost.mark.served', { threshold: format.share(served.threshold) })}
        />
      )}
      <PlotMark
        {...layout.chosen}
        side={layout.chosen.x > 70 ? 'belowLeft' : 'belowRight'}
        label={t('model.cost.mark.chosen', { threshold: format.share(decision.threshold) })}
      />
    </Plot>
  )
}

/** The served threshold through the whole height, with a ring where it meets the curve. */
function ServedThreshold({ x, y, isLeft, label }: { x: number; y: number; isLeft: boolean; label: string }) {
  return (
    <>
      <line x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" className="stroke-ink-2" strokeDasharray="2 3" />
      <text
        x={`${x}%`}
        y="100%"
        dx={isLeft ? -7 : 7}
        dy="-8"
        textAnchor={isLeft ? 'end' : 'start'}
        paintOrder="stroke"
        strokeWidth="4"
        className="fill-ink-2 stroke-surface text-xs"
      >
        {label}
      </text>
      {y < 100 && <PlotMark x={x} y={y} shape="ring" />}
    </>
  )
}
