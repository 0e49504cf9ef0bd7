import { Link } from '@remix-run/react'
import type { ListClientsAnswer } from '#core/contracts/list-clients.ts'
import { Icon } from '../components/icon.tsx'
import { useMessages } from '../components/use-messages.ts'
import { composeListHref } from '../list/compose-list-href.ts'
import { listPages } from '../list/list-pages.ts'
import type { ListQuery } from '../list/list-query.ts'

interface PaginationProps {
  query: ListQuery
  answer: Pick<ListClientsAnswer, 'matchCount' | 'page' | 'pageCount' | 'rows'>
  pageSize: number
}

const step = 'inline-flex h-9 items-center gap-1.5 rounded-control px-2.5 font-[540] sm:h-8'

/** Numbered pages, with the rows that are shown. */
export function Pagination({ query, answer, pageSize }: PaginationProps) {
  const { t, format } = useMessages()
  const { page, pageCount, matchCount, rows } = answer
  const first = (page - 1) * pageSize + 1
  const hrefOfPage = (target: number) => composeListHref({ ...query, page: target })
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line px-4 py-2.5">
      <p className="text-ink-2">
        {t('pages.range', {
          first: format.integer(first),
          last: format.integer(first + rows.length - 1),
          total: format.integer(matchCount),
        })}
      </p>
      {pageCount > 1 && (
        <nav aria-label={t('pages.label')} className="flex items-center gap-1">
          {page > 1 && (
            <Link to={hrefOfPage(page - 1)} rel="prev" className={`${step} hover:bg-sunken`}>
              <Icon name="previous" className="size-3.5" />
              {t('pages.previous')}
            </Link>
          )}
          <ol className="flex items-center gap-0.5 max-sm:hidden">
            {listPages(page, pageCount).map((mark, index) => (
              <li key={mark === 'gap' ? `gap-${index}` : mark}>
                {mark === 'gap' ? (
                  <span className="px-1 text-ink-3">…</span>
                ) : (
                  <Link
                    to={hrefOfPage(mark)}
                    aria-label={t('pages.page', { page: format.integer(mark) })}
                    aria-current={mark === page ? 'page' : undefined}
                    className="grid h-8 min-w-8 place-items-center rounded-control px-2 hover:bg-sunken aria-[current=page]:bg-ink aria-[current=page]:font-[600] aria-[current=page]:text-paper"
                  >
                    {format.integer(mark)}
                  </Link>
                )}
              </li>
            ))}
          </ol>
          {page < pageCount && (
            <Link to={hrefOfPage(page + 1)} rel="next" className={`${step} hover:bg-sunken`}>
              {t('pages.next')}
              <Icon name="next" className="size-3.5" />
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}
