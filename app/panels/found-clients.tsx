import { Link } from '@remix-run/react'
import type { SearchClientsAnswer } from '#core/contracts/search-clients.ts'
import { AdviceBadge } from '../components/advice-badge.tsx'
import { ClientNumber } from '../components/client-number.tsx'
import { RiskClassLetter } from '../components/risk-class-letter.tsx'
import { useMessages } from '../components/use-messages.ts'

interface FoundClientsProps {
  query: string
  /** Null when the query can be no client's number. */
  found: SearchClientsAnswer | null
  isFirstPage: boolean
}

/** Every client whose number starts with the query, in pages. */
export function FoundClients({ query, found, isFirstPage }: FoundClientsProps) {
  const { t, format } = useMessages()
  if (!found) return <p className="mt-2 text-ink-2">{t('search.digits')}</p>
  if (found.matchCount === 0) return <p className="mt-2 text-ink-2">{t('search.none', { query })}</p>
  const path = `/clients/find?q=${encodeURIComponent(query)}`
  return (
    <>
      <p className="mt-1 text-ink-2">
        {t('find.count', { count: found.matchCount, total: format.integer(found.matchCount) })}
      </p>
      <ul aria-label={t('find.list')} className="card mt-5 divide-y divide-line overflow-hidden">
        {found.clients.map((client) => (
          <li
            key={client.clientId}
            className="relative grid grid-cols-[1fr_auto] items-center gap-x-4 px-4 py-2.5 hover:bg-hover"
          >
            <Link to={`/clients/${client.clientId}`} className="row-link font-[600]">
              <ClientNumber clientId={client.clientId} />
            </Link>
            <span className="row-span-2 flex items-center gap-2">
              <AdviceBadge advice={client.advice} isShortOnPhones />
              <RiskClassLetter riskClass={client.riskClass} />
            </span>
            <span className="text-xs text-ink-2 sm:truncate">{client.description}</span>
          </li>
        ))}
      </ul>
      <nav aria-label={t('pages.label')} className="mt-4 flex gap-3 empty:hidden">
        {!isFirstPage && (
          <Link to={path} className="button">
            {t('find.first')}
          </Link>
        )}
        {found.nextCursor && (
          <Link to={`${path}&cursor=${encodeURIComponent(found.nextCursor)}`} className="button">
            {t('find.more')}
          </Link>
        )}
      </nav>
    </>
  )
}
