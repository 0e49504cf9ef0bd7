import { Link } from '@remix-run/react'
import type { CategoryLabels } from '../category-labels.ts'
import { adviceShortMessages } from '../components/advice-badge.tsx'
import { Icon } from '../components/icon.tsx'
import { useMessages } from '../components/use-messages.ts'
import { useWindowName } from '../components/use-window-name.ts'
import { composeListHref } from '../list/compose-list-href.ts'
import { defaultListQuery, type ListQuery } from '../list/list-query.ts'

interface Chip {
  filter: string
  choice: string
  /** The list without this filter. */
  rest: ListQuery
}

/** Each filter that is set, to be taken away by itself, or all of them. Nothing where none is. */
export function ActiveFilters({ query, labels }: { query: ListQuery; labels: CategoryLabels }) {
  const { t } = useMessages()
  const chips = useChips(query, labels)
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('filter.chips')} className="flex flex-wrap items-center gap-2">
      {chips.map(({ filter, choice, rest }) => (
        <li key={`${filter} ${choice}`}>
          <Link
            to={composeListHref({ ...rest, page: 1 })}
            preventScrollReset
            aria-label={t('filter.remove', { filter, choice })}
            className="inline-flex min-h-8 items-center gap-2 rounded-full border border-edge bg-surface py-1 pr-2 pl-3 text-xs hover:bg-sunken"
          >
            <span>
              <span className="text-ink-2">{filter}</span> <span className="font-[580]">{choice}</span>
            </span>
            <Icon name="cross" className="size-3 text-ink-2" />
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link
            to={composeListHref({ ...defaultListQuery, sort: query.sort, descending: query.descending })}
            preventScrollReset
            className="link ml-1 inline-block py-1 text-xs"
          >
            {t('list.empty.reset')}
          </Link>
        </li>
      )}
    </ul>
  )
}

function useChips(query: ListQuery, labels: CategoryLabels): Chip[] {
  const { t, format } = useMessages()
  const nameWindow = useWindowName()
  const { contract, income, window, amountMin, amountMax, ...always } = query
  const known = {
    ...(contract !== undefined && { contract }),
    ...(income !== undefined && { income }),
    ...(window !== undefined && { window }),
    ...(amountMin !== undefined && { amountMin }),
    ...(amountMax !== undefined && { amountMax }),
  }
  const without = (name: keyof typeof known): ListQuery => {
    const { [name]: _, ...others } = known
    return { ...always, ...others }
  }
  return [
    ...query.advice.map((advice) => ({
      filter: t('filter.advice'),
      choice: t(adviceShortMessages[advice]),
      rest: { ...query, advice: query.advice.filter((other) => other !== advice) },
    })),
    ...query.riskClass.map((riskClass) => ({
      filter: t('filter.class'),
      choice: riskClass,
      rest: { ...query, riskClass: query.riskClass.filter((other) => other !== riskClass) },
    })),
    ...(contract === undefined
      ? []
      : [
          {
            filter: t('filter.contract'),
            choice: labels.contractType?.[contract] ?? contract,
            rest: without('contract'),
          },
        ]),
    ...(income === undefined
      ? []
      : [
          {
            filter: t('filter.income'),
            choice: labels.incomeType?.[income] ?? income,
            rest: without('income'),
          },
        ]),
    ...(window === undefined
      ? []
      : [{ filter: t('filter.window'), choice: nameWindow(window), rest: without('window') }]),
    ...(amountMin === undefined
      ? []
      : [{ filter: t('filter.amountMin'), choice: format.money(amountMin), rest: without('amountMin') }]),
    ...(amountMax === undefined
      ? []
      : [{ filter: t('filter.amountMax'), choice: format.money(amountMax), rest: without('amountMax') }]),
  ]
}
