import { Link } from '@remix-run/react'
import { composeListHref } from '../list/compose-list-href.ts'
import type { ListQuery, SortKey } from '../list/list-query.ts'
import { sortColumnMessages } from '../list/sort-column-messages.ts'
import { Icon } from './icon.tsx'
import { useMessages } from './use-messages.ts'

interface SortableHeaderProps {
  sort: SortKey
  query: ListQuery
  isNumeric?: boolean
  className?: string
}

/** Amounts are first wanted from the top, everything else from the bottom. */
const descendingFirst = new Set<SortKey>(['credit', 'income'])

/** A column header that is a link: it sorts by the column, or turns the order round. Works without scripts. */
export function SortableHeader({ sort, query, isNumeric = false, className = '' }: SortableHeaderProps) {
  const { t } = useMessages()
  const isActive = query.sort === sort
  const nextDescending = isActive ? !query.descending : descendingFirst.has(sort)
  const order = query.descending ? 'descending' : 'ascending'
  const title = t('sort.by', {
    column: t(sortColumnMessages[sort]),
    direction: t(nextDescending ? 'sort.descending' : 'sort.ascending'),
  })
  return (
    <th
      scope="col"
      aria-sort={isActive ? order : undefined}
      className={`px-1 py-1 text-xs ${isNumeric ? 'text-right' : 'text-left'} ${className}`}
    >
      <Link
        to={composeListHref({ ...query, sort, descending: nextDescending, page: 1 })}
        preventScrollReset
        title={title}
        className={`inline-flex h-7 items-center gap-1 rounded-md px-1 whitespace-nowrap sm:px-2 hover:bg-sunken hover:text-ink ${isActive ? 'font-[620] text-ink' : 'font-[560] text-ink-2'}`}
      >
        {t(sort === 'repayment' ? 'column.repayment' : sortColumnMessages[sort])}
        <Icon name={isActive ? order : 'sortable'} className={`size-3 ${isActive ? '' : 'text-ink-3'}`} />
      </Link>
    </th>
  )
}
