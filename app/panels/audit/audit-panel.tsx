import type { AuditList } from '#core/contracts/audit.ts'
import type { ActorNames } from '../../audit/actor-names.ts'
import { type AuditQuery, type AuditQueryProblem, isFiltered } from '../../audit/audit-query.ts'
import { useMessages } from '../../components/use-messages.ts'
import { AdminTabs } from '../accounts/admin-tabs.tsx'
import { PageHeading } from '../accounts/page-heading.tsx'
import { AuditFilterForm } from './audit-filter-form.tsx'
import { AuditPages } from './audit-pages.tsx'
import { AuditProblems } from './audit-problems.tsx'
import { AuditTable } from './audit-table.tsx'

export interface AuditPanelProps {
  list: AuditList
  /** All that the log holds. */
  entryCount: number
  query: AuditQuery
  problems: AuditQueryProblem[]
  names: ActorNames
}

/** The log of what was shown: to whom, by which door, about whom; newest first. */
export function AuditPanel({ list, entryCount, query, problems, names }: AuditPanelProps) {
  const { t, format } = useMessages()
  const total = format.integer(list.count)
  return (
    <>
      <AdminTabs />
      <div className="mt-4">
        <PageHeading title={t('audit.title')}>
          {t('audit.lead', { count: entryCount, total: format.integer(entryCount) })}
        </PageHeading>
      </div>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-4">
        {problems.length > 0 && <AuditProblems problems={problems} />}
        <AuditFilterForm query={query} names={names} />
        <p role="status" className={isFiltered(query) ? 'text-ink-2' : 'sr-only'}>
          {list.isMore
            ? t('audit.matches.more', { total })
            : t('audit.matches', { count: list.count, total })}
        </p>
        {list.entries.length === 0 ? (
          <p className="card px-5 py-10 text-center text-ink-2">
            {t(entryCount === 0 ? 'audit.empty' : 'audit.none')}
          </p>
        ) : (
          <div className="card overflow-clip">
            <AuditTable entries={list.entries} names={names} />
            <AuditPages list={list} query={query} />
          </div>
        )}
      </div>
    </>
  )
}
