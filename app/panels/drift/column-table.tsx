import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { useMessages } from '../../components/use-messages.ts'
import type { RankedColumn } from '../../drift-page/arrange-columns.ts'
import type { DriftQuery } from '../../drift-page/drift-query.ts'
import { ColumnRow } from './column-row.tsx'
import { ColumnSortHeader } from './column-sort-header.tsx'

interface ColumnTableProps {
  columns: RankedColumn[]
  report: DriftReportAnswer
  distributions: WindowDistribution[]
  query: DriftQuery
}

const plain = 'border-b border-line px-2 py-2 text-left align-bottom text-xs font-[560] text-ink-2'

/** The columns with their test, verdict and weight. On narrow screens what is left out stands in the opened row. */
export function ColumnTable({ columns, report, distributions, query }: ColumnTableProps) {
  const { t } = useMessages()
  return (
    <table className="mt-3 w-full border-separate border-spacing-0">
      <caption className="sr-only">{t('drift.columns.caption')}</caption>
      <thead>
        <tr>
          <ColumnSortHeader sort="rank" query={query} className="max-md:hidden" />
          <ColumnSortHeader sort="label" query={query} />
          <th scope="col" className={`${plain} max-sm:hidden`}>
            {t('drift.column.verdict')}
          </th>
          <th scope="col" className={`${plain} max-lg:hidden`}>
            {t('drift.column.test')}
          </th>
          <ColumnSortHeader sort="strength" query={query} isNumeric />
          <th scope="col" className={`${plain} w-40 max-xl:hidden`}>
            {t('drift.column.threshold')}
          </th>
          <ColumnSortHeader sort="missing" query={query} isNumeric className="max-md:hidden" />
          <ColumnSortHeader sort="importance" query={query} isNumeric className="max-sm:hidden" />
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <ColumnRow
            key={column.feature}
            column={column}
            report={report}
            distribution={distributions.find(({ feature }) => feature === column.feature)}
            opened={distributions.map(({ feature }) => feature)}
          />
        ))}
      </tbody>
    </table>
  )
}
