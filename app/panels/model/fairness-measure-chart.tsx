import type { Estimate } from '#core/contracts/bundle-evaluation.ts'
import type { CategoryLabels } from '../../category-labels.ts'
import { createPlotScale, type PlotScale } from '../../charts/create-plot-scale.ts'
import { IntervalBar } from '../../charts/interval-bar.tsx'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { formatSigned } from '../../format/format-signed.ts'
import type { FairnessAttribute, FairnessBound, FairnessMeasure } from './fairness-measures.ts'
import { useBoundWords } from './use-bound-words.ts'
import { useGroupWords } from './use-group-words.ts'

interface FairnessMeasureChartProps {
  measure: FairnessMeasure
  attribute: FairnessAttribute
  labels: CategoryLabels
}

/** One measure, group by group: a dot with its interval, all on one scale, and whether the bound is held. */
export function FairnessMeasureChart({ measure, attribute, labels }: FairnessMeasureChartProps) {
  const { t, format } = useMessages()
  const groupWords = useGroupWords(attribute.attribute, labels)
  const estimates = attribute.groups.flatMap((group) => measure.read(group) ?? [])
  const scale = createMeasureScale(estimates, measure.isGap)
  const bound = attribute.bounds.find((candidate) => candidate.measure === measure.bound)
  const write = (figure: number) =>
    measure.isGap ? formatSigned(format, figure * 100, 1) : format.share(figure)
  return (
    <div className="min-w-0">
      <h4 className="font-[560]">{t(measure.name)}</h4>
      <p className="text-xs text-ink-3">{t(measure.hint)}</p>
      <ul className="mt-2">
        {attribute.groups.map((group) => {
          const estimate = measure.read(group)
          return (
            <li
              key={group.group}
              className="grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)_3.5rem] items-center gap-x-3 py-0.5"
            >
              <span className="text-xs wrap-anywhere text-ink-2">
                {groupWords(group.group)}
                {group.tooSmallToTell && ' *'}
              </span>
              {estimate ? (
                <IntervalBar scale={scale} {...estimate} {...(measure.isGap && { reference: 0 })} />
              ) : (
                <span />
              )}
              <span className="text-right tabular-nums">{estimate ? write(estimate.estimate) : '–'}</span>
            </li>
          )
        })}
      </ul>
      {bound ? (
        <BoundLine bound={bound} groupWords={groupWords} />
      ) : (
        <p className="mt-2 border-t border-line pt-2 text-xs text-ink-3">{t('model.fairness.unbound')}</p>
      )}
    </div>
  )
}

/** All groups' intervals with some room; of differences, zero in view. */
function createMeasureScale(estimates: readonly Estimate[], isGap: boolean): PlotScale {
  const lows = estimates.map(({ low }) => low)
  const highs = estimates.map(({ high }) => high)
  const [min, max] = [Math.min(...lows, ...(isGap ? [0] : [])), Math.max(...highs, ...(isGap ? [0] : []))]
  const room = (max - min) * 0.05
  return createPlotScale({ min: min - room, max: max + room })
}

function BoundLine({ bound, groupWords }: { bound: FairnessBound; groupWords(group: string): string }) {
  const words = useBoundWords(bound, groupWords)
  return (
    <p className="mt-2 flex gap-2 border-t border-line pt-2 text-xs text-ink-2">
      <Icon
        name={bound.held ? 'check' : 'cross'}
        className={`mt-0.5 size-3.5 ${bound.held ? 'text-good' : 'text-bad'}`}
      />
      <span>
        <span className={`font-[580] ${bound.held ? 'text-good' : 'text-bad'}`}>{words.verdict}</span>{' '}
        {words.detail}
      </span>
    </p>
  )
}
