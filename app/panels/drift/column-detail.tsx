import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { useMessages } from '../../components/use-messages.ts'
import { useWindowName } from '../../components/use-window-name.ts'
import type { RankedColumn } from '../../drift-page/arrange-columns.ts'
import { useTestWords } from './use-test-words.ts'
import { WindowDistributionView } from './window-distribution-view.tsx'

interface ColumnDetailProps {
  column: RankedColumn
  report: DriftReportAnswer
  distribution: WindowDistribution
}

/** What an opened row shows: both distributions, and all that the report says of the column. */
export function ColumnDetail({ column, report, distribution }: ColumnDetailProps) {
  const { t, format } = useMessages()
  const nameWindow = useWindowName()
  const test = useTestWords()(column)
  const facts: [name: string, said: string][] = [
    [t('drift.column.name'), column.feature],
    [t('drift.column.kind'), t(column.kind === 'numerical' ? 'drift.numerical' : 'drift.categorical')],
    [t('drift.column.test'), test.test],
    [t('drift.column.statistic'), test.statistic],
    [t('drift.column.threshold'), test.threshold],
    [
      t('drift.column.missing'),
      `${format.share(column.missingShareReference)} → ${format.share(column.missingShareCurrent)}`,
    ],
    [t('drift.column.importance'), format.share(column.importance)],
  ]
  return (
    <tr>
      <td colSpan={8} className="border-b border-line px-2 pt-1 pb-5">
        <div className="grid gap-x-10 gap-y-4 rounded-control bg-sunken/60 p-4 md:grid-cols-[minmax(0,1fr)_18rem]">
          <WindowDistributionView
            distribution={distribution}
            names={{
              reference: nameWindow(report.reference.name),
              current: nameWindow(report.current.name),
            }}
            className="h-40"
          />
          <dl className="self-start text-xs">
            {facts.map(([name, said]) => (
              <div key={name} className="flex gap-x-4 border-t border-line py-1.5 first:border-0">
                <dt className="text-ink-2">{name}</dt>
                <dd className="ml-auto text-right wrap-anywhere">{said}</dd>
              </div>
            ))}
          </dl>
        </div>
      </td>
    </tr>
  )
}
