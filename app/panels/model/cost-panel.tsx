import { CostChart } from '../../charts/cost-chart.tsx'
import { DataTable } from '../../charts/data-table.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { listRatioStops } from '../../model-page/cost-ratio.ts'
import { decideAtRatio, type ServedRule } from '../../model-page/decide-at-ratio.ts'
import type { Decisions } from '../../model-page/decisions.ts'
import { useCostRatio } from '../../model-page/use-cost-ratio.ts'
import { Panel } from '../panel.tsx'
import { ConfusionMatrix } from './confusion-matrix.tsx'
import { RatioSlider } from './ratio-slider.tsx'
import { useRatioSentence } from './use-ratio-sentence.ts'

/** Costs are shown with three decimals. */
const smallestShown = 0.0005

interface CostPanelProps {
  decisions: Decisions
  served: ServedRule
  /** The cost that training states for the model. */
  statedCost: number
}

/** What mistakes cost: a slider for their ratio moves threshold, matrix and cost. */
export function CostPanel({ decisions, served, statedCost }: CostPanelProps) {
  const { t, format } = useMessages()
  const { ratio, rejected, change } = useCostRatio(served.ratio)
  const decision = decideAtRatio(decisions, ratio, served)
  const sentence = useRatioSentence(decision, served)
  const isStatedOtherwise =
    ratio === served.ratio && Math.abs(statedCost - decision.costPerClient) >= smallestShown
  return (
    <Panel id="cost" title={t('model.cost.title')} note={t('model.cost.note')} className="col-span-full">
      <p className="mt-1 max-w-prose text-ink-2">{t('model.cost.lead')}</p>
      {rejected !== null && (
        <p role="status" className="mt-3 max-w-prose rounded-control bg-sunken px-3 py-2.5 text-ink-2">
          {t('model.ratio.rejected', { found: rejected })}
        </p>
      )}
      <div className="grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <RatioSlider ratio={ratio} served={served.ratio} onChange={change} />
          <CostChart
            decisions={decisions}
            decision={decision}
            served={served}
            description={t('model.cost.description', {
              ratio: format.compact(ratio),
              threshold: format.share(decision.threshold),
              cost: format.decimal(decision.costPerClient, 3),
              grantAll: format.decimal(decision.grantAllCostPerClient, 3),
              refuseAll: format.decimal(decision.refuseAllCostPerClient, 3),
            })}
          />
        </div>
        <div className="min-w-0 lg:mt-4">
          <dl className="grid grid-cols-2 gap-x-6">
            <div>
              <dt className="text-xs text-ink-2">{t('model.identity.threshold')}</dt>
              <dd className="text-[1.625rem] leading-8 font-[640] tracking-[-0.02em]">
                {format.share(decision.threshold)}
              </dd>
            </div>
            <div>
              <dt className="text-xs text-ink-2">{t('model.costPerClient')}</dt>
              <dd className="text-[1.625rem] leading-8 font-[640] tracking-[-0.02em]">
                {format.decimal(decision.costPerClient, 3)}
              </dd>
            </div>
          </dl>
          <output aria-live="polite" className="mt-2 block text-ink-2">
            {sentence}
          </output>
          <ConfusionMatrix decision={decision} />
          {isStatedOtherwise && (
            <p className="mt-3 text-xs text-ink-3">
              {t('model.cost.nested', { cost: format.decimal(statedCost, 3) })}
            </p>
          )}
        </div>
      </div>
      <RatioTable decisions={decisions} served={served} />
    </Panel>
  )
}

/** Each ratio of the slider with the threshold and the cost that it leads to. */
function RatioTable({ decisions, served }: Omit<CostPanelProps, 'statedCost'>) {
  const { t, format } = useMessages()
  return (
    <DataTable
      caption={t('model.cost.caption')}
      columns={[
        t('model.ratio.label'),
        t('model.identity.threshold'),
        t('model.costPerClient'),
        t('model.cost.column.served'),
        t('model.cost.grantAll'),
        t('model.cost.refuseAll'),
        t('model.cost.column.goodRefused'),
        t('model.cost.column.defaultsGranted'),
      ]}
      rows={listRatioStops(served.ratio)
        .map((ratio) => decideAtRatio(decisions, ratio, served))
        .map((decision) => ({
          key: String(decision.ratio),
          cells: [
            decision.ratio === served.ratio
              ? t('model.ratio.servedRow', { ratio: format.compact(decision.ratio) })
              : t('model.ratio', { ratio: format.compact(decision.ratio) }),
            format.share(decision.threshold),
            format.decimal(decision.costPerClient, 3),
            format.decimal(decision.servedCostPerClient, 3),
            format.decimal(decision.grantAllCostPerClient, 3),
            format.decimal(decision.refuseAllCostPerClient, 3),
            format.integer(decision.goodRefused),
            format.integer(decision.defaultsGranted),
          ],
        }))}
    />
  )
}
