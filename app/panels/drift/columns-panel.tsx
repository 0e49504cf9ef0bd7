import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { StateLink } from '../../components/state-link.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { arrangeColumns } from '../../drift-page/arrange-columns.ts'
import type { DriftQuery } from '../../drift-page/drift-query.ts'
import { Panel } from '../panel.tsx'
import { ColumnFilters } from './column-filters.tsx'
import { ColumnTable } from './column-table.tsx'

const fewest = 25

interface ColumnsPanelProps {
  report: DriftReportAnswer
  distributions: WindowDistribution[]
  query: DriftQuery
}

/** Every column of the model, ranked by drift × importance; each opens to its two distributions. */
export function ColumnsPanel({ report, distributions, query }: ColumnsPanelProps) {
  const { t, format, language } = useMessages()
  const listed = arrangeColumns(report.columns, query, language)
  const isCut = !query.isWhole && listed.length > fewest
  const shown = isCut ? listed.slice(0, fewest) : listed
  return (
    <Panel
      id="columns"
      title={t('drift.columns.title')}
      note={t('drift.columns.note')}
      className="col-span-full print:break-inside-auto"
    >
      <ColumnFilters report={report} query={query} />
      <p role="status" className="sr-only">
        {t('drift.columns.listed', { count: listed.length, total: format.integer(listed.length) })}
      </p>
      {shown.length === 0 ? (
        <p className="py-8 text-center text-ink-2">{t('drift.columns.none')}</p>
      ) : (
        <ColumnTable columns={shown} report={report} distributions={distributions} query={query} />
      )}
      {(isCut || (query.isWhole && listed.length > fewest)) && (
        <p className="mt-3 text-xs print:hidden">
          <StateLink
            changes={{ columns: isCut ? 'all' : null }}
            anchor="columns"
            className="link inline-block rounded-sm py-1"
          >
            {isCut
              ? t('drift.columns.all', { count: format.integer(listed.length) })
              : t('drift.columns.fewer', { count: fewest })}
          </StateLink>
        </p>
      )}
      <p className="mt-3 max-w-[90ch] text-xs text-ink-3">{t('drift.columns.key')}</p>
    </Panel>
  )
}
