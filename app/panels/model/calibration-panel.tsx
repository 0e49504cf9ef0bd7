import { DataTable } from '../../charts/data-table.tsx'
import { ReliabilityChart } from '../../charts/reliability-chart.tsx'
import { ChosenBadge } from '../../components/chosen-badge.tsx'
import { useIntervalWords } from '../../components/use-interval-words.ts'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'
import type { ModelEvaluation } from '../../model-page/model-page.ts'
import { Panel } from '../panel.tsx'

type Method = ModelEvaluation['calibration']['method']

const methodNames: Record<Method, MessageKey> = {
  none: 'model.calibration.none',
  sigmoid: 'model.calibration.sigmoid',
  isotonic: 'model.calibration.isotonic',
}

/** Whether probabilities mean what they say: the reliability diagram, and the calibrations that were tried. */
export function CalibrationPanel({ evaluation }: { evaluation: ModelEvaluation }) {
  const { t, format } = useMessages()
  const { bins } = evaluation.calibration
  const agreeing = bins.filter(
    ({ predicted, observedLow, observedHigh }) => predicted >= observedLow && predicted <= observedHigh,
  )
  const sentence = t('model.calibration.sentence', { agreeing: agreeing.length, bins: bins.length })
  return (
    <Panel
      id="calibration"
      title={t('model.calibration.title')}
      note={t('model.calibration.note')}
      className="col-span-full"
    >
      <div className="grid gap-x-10 gap-y-4 lg:grid-cols-2">
        <div className="min-w-0">
          <p className="mt-1 text-ink-2">{sentence}</p>
          <ReliabilityChart
            bins={bins}
            description={t('model.calibration.description', {
              sentence,
              low: format.share(bins[0]?.predicted ?? 0),
              high: format.share(bins.at(-1)?.predicted ?? 0),
            })}
          />
        </div>
        <div className="min-w-0">
          <Methods calibration={evaluation.calibration} />
        </div>
      </div>
      <DataTable
        caption={t('model.calibration.caption')}
        columns={[
          t('model.calibration.axis.x'),
          t('model.calibration.axis.y'),
          t('model.column.interval'),
          t('model.column.clients'),
        ]}
        rows={bins.map((bin) => ({
          key: String(bin.predicted),
          cells: [
            format.share(bin.predicted),
            format.share(bin.observed),
            t('model.interval', {
              low: format.share(bin.observedLow),
              high: format.share(bin.observedHigh),
            }),
            format.integer(bin.clients),
          ],
        }))}
      />
    </Panel>
  )
}

function Methods({ calibration }: Pick<ModelEvaluation, 'calibration'>) {
  const { t, format } = useMessages()
  const interval = useIntervalWords()
  const decimal = (figure: number) => format.decimal(figure, 4)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label={t('model.calibration.methods')} className="mt-3 overflow-x-auto">
        <table className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{t('model.calibration.methods')}</caption>
          <thead className="text-xs text-ink-2">
            <tr className="[&>th]:border-b [&>th]:border-line [&>th]:py-2 [&>th]:font-[560] [&>th+th]:pl-2 sm:[&>th+th]:pl-4">
              <th scope="col" className="pl-2 text-left">
                {t('model.column.method')}
              </th>
              <th scope="col" className="text-right">
                {t('model.brier')}
              </th>
              <th scope="col" className="pr-2 text-right">
                {t('model.ece')}
              </th>
            </tr>
          </thead>
          <tbody>
            {calibration.byMethod.map(({ method, brier, ece }) => (
              <tr
                key={method}
                className={`[&>*]:border-b [&>*]:border-line [&>*]:py-2 [&>td]:pl-2 sm:[&>td]:pl-4 [&>td]:text-right [&>td]:whitespace-nowrap ${method === calibration.method ? 'bg-accent-soft/60' : ''}`}
              >
                <th scope="row" className="pl-2 text-left font-[560]">
                  {t(methodNames[method])}
                  {method === calibration.method && <ChosenBadge isMethod />}
                </th>
                {[brier, ece].map((figure, index) => (
                  <td key={index === 0 ? 'brier' : 'ece'} className="last:pr-2">
                    {decimal(figure.estimate)}
                    <span className="block text-2xs text-ink-3 sm:text-xs">{interval(figure, decimal)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-2 text-xs text-ink-3">{t('model.calibration.rule')}</p>
    </>
  )
}
