import { Link } from '@remix-run/react'
import type { Advice } from '#core/contracts/decision.ts'
import type { ListClientsAnswer } from '#core/contracts/list-clients.ts'
import { AdviceShares } from '../charts/advice-shares.tsx'
import { adviceIcons, adviceMessages } from '../components/advice-badge.tsx'
import { Icon } from '../components/icon.tsx'
import { useMessages } from '../components/use-messages.ts'
import { advices } from '../decision-order.ts'
import { composeListHref } from '../list/compose-list-href.ts'
import { countFilters, type ListQuery } from '../list/list-query.ts'

const signColours: Record<Advice, string> = { grant: 'text-good', review: 'text-warn', refuse: 'text-bad' }

/** How many clients match, and what share of them each advice has. Each share leads to its clients. */
export function PortfolioSummary({ answer, query }: { answer: ListClientsAnswer; query: ListQuery }) {
  const { t, format } = useMessages()
  const { matchCount, adviceCounts } = answer
  const isFiltered = countFilters(query) > 0
  return (
    <section
      aria-label={t('list.summary')}
      className="card grid gap-x-10 gap-y-4 p-4 sm:p-5 lg:grid-cols-[auto_1fr] lg:items-center"
    >
      <p className="flex items-baseline gap-2 lg:block">
        <span className="block text-[2rem] leading-9 font-[640] tracking-[-0.025em]">
          {format.integer(matchCount)}
        </span>
        <span className="text-ink-2">
          {t(isFiltered ? 'list.matching' : 'list.clients', { count: matchCount })}
        </span>
      </p>
      <div>
        <AdviceShares counts={adviceCounts} />
        <ul className="mt-3 grid gap-x-10 gap-y-1.5 sm:flex sm:flex-wrap">
          {advices.map((advice) => (
            <li key={advice} className="flex items-center gap-2">
              <Icon name={adviceIcons[advice]} className={`size-3 ${signColours[advice]}`} />
              <Link
                to={composeListHref({ ...query, advice: [advice], page: 1 })}
                preventScrollReset
                className="underline decoration-line decoration-1 underline-offset-3 hover:decoration-ink"
              >
                <span className="sr-only">{t('list.filterByAdvice')} </span>
                {t(adviceMessages[advice])}
              </Link>
              <span className="ml-auto sm:ml-0">
                <span className="font-[600]">
                  {matchCount === 0 ? '–' : format.share(adviceCounts[advice] / matchCount)}
                </span>{' '}
                <span className="text-ink-3">{format.integer(adviceCounts[advice])}</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
