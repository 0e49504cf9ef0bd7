import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import { useMessages } from '../../components/use-messages.ts'
import { useWindowName } from '../../components/use-window-name.ts'
import { formatSigned } from '../../format/format-signed.ts'

/** What the model makes of both windows, and the change between them. */
export function PredictionFigures({ report }: { report: DriftReportAnswer }) {
  const { t, format } = useMessages()
  const nameWindow = useWindowName()
  const { reference, current } = report.prediction
  const points = (figure: number) => t('drift.points', { points: formatSigned(format, figure * 100, 1) })
  const rows: [name: string, before: string, after: string, change: string][] = [
    [
      t('compare.mean'),
      format.share(reference.meanProbabilityOfDefault),
      format.share(current.meanProbabilityOfDefault),
      points(current.meanProbabilityOfDefault - reference.meanProbabilityOfDefault),
    ],
    [
      t('drift.prediction.refused'),
      format.share(reference.refusedShare),
      format.share(current.refusedShare),
      points(current.refusedShare - reference.refusedShare),
    ],
    [
      t('drift.prediction.cost'),
      format.decimal(reference.expectedCostPerClient, 3),
      format.decimal(current.expectedCostPerClient, 3),
      formatSigned(format, current.expectedCostPerClient - reference.expectedCostPerClient, 3),
    ],
    [
      t('drift.prediction.total'),
      format.integer(reference.expectedCost),
      format.integer(current.expectedCost),
      '',
    ],
  ]
  return (
    <div className="min-w-0">
      <table className="w-full border-separate border-spacing-0 max-sm:text-xs">
        <caption className="sr-only">{t('drift.prediction.caption')}</caption>
        <thead className="text-xs text-ink-2">
          <tr className="[&>*]:border-b [&>*]:border-line [&>*]:pb-1.5 [&>*]:align-bottom [&>*]:font-[560] [&>*+*]:pl-2">
            <td />
            <th scope="col" className="text-right">
              {nameWindow(report.reference.name)}
            </th>
            <th scope="col" className="text-right">
              {nameWindow(report.current.name)}
            </th>
            <th scope="col" className="text-right">
              {t('drift.column.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, before, after, change]) => (
            <tr
              key={name}
              className="[&>*]:border-b [&>*]:border-line [&>*]:py-2 [&>td]:pl-2 [&>td]:text-right [&>td]:whitespace-nowrap"
            >
              <th scope="row" className="text-left font-normal text-ink-2">
                {name}
              </th>
              <td>{before}</td>
              <td className="font-[580]">{after}</td>
              <td className="text-ink-2">{change}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-xs text-ink-3">{t('drift.prediction.explained')}</p>
    </div>
  )
}
