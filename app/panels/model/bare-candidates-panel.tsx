import type { ViewModelAnswer } from '#core/contracts/view-model.ts'
import { ChosenBadge } from '../../components/chosen-badge.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { Panel } from '../panel.tsx'

const header = 'border-b border-line py-2 align-bottom font-[560]'

/** The candidates as a manifest alone tells of them: single figures under training's own names. */
export function BareCandidatesPanel({ candidates }: Pick<ViewModelAnswer, 'candidates'>) {
  const { t, format } = useMessages()
  return (
    <Panel
      id="candidates"
      title={t('model.candidates.title')}
      note={t('model.figures.bare')}
      className="col-span-full"
    >
      <p className="mt-1 max-w-[80ch] text-ink-2">{t('model.candidates.rule')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label={t('model.candidates.caption')} className="mt-3 overflow-x-auto">
        <table className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{t('model.candidates.caption')}</caption>
          <thead className="text-xs text-ink-2">
            <tr className="[&>th+th]:pl-4">
              <th scope="col" className={`${header} pl-2 text-left`}>
                {t('model.column.candidate')}
              </th>
              {(
                [
                  'model.costPerClient',
                  'model.auc',
                  'model.accuracy',
                  'model.precision',
                  'model.recall',
                  'model.brier',
                  'model.ece',
                ] as const
              ).map((key) => (
                <th key={key} scope="col" className={`${header} text-right last:pr-2`}>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidates.map(({ name, chosen, metrics }) => (
              <tr
                key={name}
                className={`[&>*]:border-b [&>*]:border-line [&>*]:py-2.5 [&>td]:pl-4 [&>td]:text-right ${chosen ? 'bg-accent-soft/60' : ''}`}
              >
                <th scope="row" className="pl-2 text-left font-[560] whitespace-nowrap">
                  {name}
                  {chosen && <ChosenBadge />}
                </th>
                <td className="font-[600]">{format.decimal(metrics.costPerClient, 3)}</td>
                <td>{format.decimal(metrics.auc, 3)}</td>
                <td>{format.decimal(metrics.accuracy, 3)}</td>
                <td>{format.decimal(metrics.precision, 3)}</td>
                <td>{format.decimal(metrics.recall, 3)}</td>
                <td>{format.decimal(metrics.brier, 4)}</td>
                <td className="pr-2">{format.decimal(metrics.ece, 4)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}
