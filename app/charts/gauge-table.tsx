import type { Advice } from '#core/contracts/decision.ts'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'
import { computeGaugeLayout } from './compute-gauge-layout.ts'

const zoneRows: Record<Advice, MessageKey> = {
  grant: 'gauge.row.grant',
  review: 'gauge.row.review',
  refuse: 'gauge.row.refuse',
}

interface GaugeRow {
  name: string
  from: number
  to: number | null
}

/** The gauge's figures as a table, for those who read rather than look. */
export function GaugeTable({
  view,
}: {
  view: Pick<ViewClientAnswer, 'score' | 'reviewBand' | 'riskClassUpperBounds'>
}) {
  const { t, format } = useMessages()
  const { client, threshold, zones, classes } = computeGaugeLayout(view)
  const rows: GaugeRow[] = [
    { name: t('gauge.row.client'), from: client.probabilityOfRepayment, to: null },
    { name: t('gauge.row.threshold'), from: threshold.probabilityOfRepayment, to: null },
    ...zones.map(({ name, from, to }) => ({ name: t(zoneRows[name]), from, to })),
    ...classes.map(({ name, from, to }) => ({ name: t('gauge.row.class', { riskClass: name }), from, to })),
  ]
  return (
    <details className="mt-3 text-xs print:hidden">
      <summary className="link inline-block rounded-sm py-1">
        {t('chart.table')}
        <span className="sr-only"> ({t('gauge.caption')})</span>
      </summary>
      <table className="mt-2 w-full max-w-md">
        <caption className="sr-only">{t('gauge.caption')}</caption>
        <thead className="text-left text-ink-2">
          <tr className="[&>th]:border-b [&>th]:border-line [&>th]:py-1 [&>th]:font-[560]">
            <th scope="col">{t('gauge.column.mark')}</th>
            <th scope="col" className="text-right">
              {t('gauge.column.from')}
            </th>
            <th scope="col" className="text-right">
              {t('gauge.column.to')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, from, to }) => (
            <tr key={name} className="[&>*]:border-b [&>*]:border-line [&>*]:py-1">
              <th scope="row" className="text-left font-normal">
                {name}
              </th>
              <td className="text-right" colSpan={to === null ? 2 : 1}>
                {to === null ? format.probability(from) : format.share(from)}
              </td>
              {to !== null && <td className="text-right">{format.share(to)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
