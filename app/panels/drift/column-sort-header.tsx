import { Icon } from '../../components/icon.tsx'
import { StateLink } from '../../components/state-link.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { type DriftQuery, type DriftSortKey, descendingFirst } from '../../drift-page/drift-query.ts'
import type { MessageKey } from '../../messages/fr.ts'

const names: Record<DriftSortKey, MessageKey> = {
  rank: 'drift.column.rank',
  label: 'drift.column.column',
  strength: 'drift.column.statistic',
  missing: 'drift.column.missing',
  importance: 'drift.column.importance',
}

interface ColumnSortHeaderProps {
  sort: DriftSortKey
  query: DriftQuery
  isNumeric?: boolean
  className?: string
}

/** A column header that is a link: it sorts by the column, or turns the order round. Works without scripts. */
export function ColumnSortHeader({ sort, query, isNumeric = false, className = '' }: ColumnSortHeaderProps) {
  const { t } = useMessages()
  const isActive = query.sort === sort
  const descends = isActive ? !query.descending : descendingFirst.has(sort)
  const order = query.descending ? 'descending' : 'ascending'
  const isDefault = sort === 'rank' && !descends
  return (
    <th
      scope="col"
      aria-sort={isActive ? order : undefined}
      className={`border-b border-line py-1 align-bottom text-xs ${isNumeric ? 'text-right' : 'text-left'} ${className}`}
    >
      <StateLink
        changes={{ sort: isDefault ? null : `${descends ? '-' : ''}${sort}` }}
        anchor="columns"
        label={t('sort.by', {
          column: t(names[sort]),
          direction: t(descends ? 'sort.descending' : 'sort.ascending'),
        })}
        className={`inline-flex min-h-7 items-center gap-1 rounded-md px-2 hover:bg-sunken hover:text-ink ${isActive ? 'font-[620] text-ink' : 'font-[560] text-ink-2'}`}
      >
        {t(names[sort])}
        <Icon name={isActive ? order : 'sortable'} className={`size-3 ${isActive ? '' : 'text-ink-3'}`} />
      </StateLink>
    </th>
  )
}
