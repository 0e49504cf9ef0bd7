import { useId } from 'react'
import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import { Icon } from '../../components/icon.tsx'
import { StateForm } from '../../components/state-form.tsx'
import { StateLink } from '../../components/state-link.tsx'
import { useMessages } from '../../components/use-messages.ts'
import type { DriftQuery } from '../../drift-page/drift-query.ts'

const pill =
  'inline-flex min-h-7 items-center rounded-md px-2.5 text-xs font-[560] text-ink-2 no-underline hover:text-ink aria-[current]:bg-ink aria-[current]:text-paper'

/** Which columns are listed: all or those that drifted, and those whose name holds a text. */
export function ColumnFilters({ report, query }: { report: DriftReportAnswer; query: DriftQuery }) {
  const { t, format } = useMessages()
  const id = useId()
  const { columns } = report
  const drifted = columns.filter((column) => column.drifted || column.missingnessDrifted).length
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3 print:hidden">
      <nav
        aria-label={t('drift.columns.switch')}
        className="inline-flex flex-wrap rounded-control border border-edge p-0.5"
      >
        <StateLink
          changes={{ drifted: null }}
          anchor="columns"
          isCurrent={!query.onlyDrifted}
          className={pill}
        >
          {t('drift.columns.everything', { count: format.integer(columns.length) })}
        </StateLink>
        <StateLink changes={{ drifted: '1' }} anchor="columns" isCurrent={query.onlyDrifted} className={pill}>
          {t('drift.columns.onlyDrifted', { count: format.integer(drifted) })}
        </StateLink>
      </nav>
      <StateForm
        key={query.search}
        parameters={['column']}
        anchor="columns"
        label={t('drift.columns.search')}
        className="relative flex min-w-0 flex-1 basis-64 gap-2 sm:max-w-xs"
      >
        <label htmlFor={`${id}-column`} className="sr-only">
          {t('drift.columns.search')}
        </label>
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          id={`${id}-column`}
          type="search"
          name="column"
          maxLength={60}
          defaultValue={query.search}
          placeholder={t('drift.columns.placeholder')}
          className="field pl-9"
        />
        <button type="submit" className="button">
          {t('search.submit')}
        </button>
      </StateForm>
      {query.search !== '' && (
        <StateLink changes={{ column: null }} anchor="columns" className="link rounded-sm text-xs">
          {t('filter.reset')}
        </StateLink>
      )}
    </div>
  )
}
