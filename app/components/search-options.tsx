import { Link } from '@remix-run/react'
import type { SearchSuggestions } from '../search-suggestions.ts'
import { AdviceBadge } from './advice-badge.tsx'
import { ClientNumber } from './client-number.tsx'
import { RiskClassLetter } from './risk-class-letter.tsx'
import { useMessages } from './use-messages.ts'

interface SearchOptionsProps {
  listId: string
  isShown: boolean
  /** Null while the answer to the current text is on its way. */
  suggestions: SearchSuggestions | null
  hasFailed: boolean
  /** Index of the option that Enter opens, −1 for none. */
  active: number
  onChoose(index: number): void
  onHover(index: number): void
}

/** The list below the search field. Choosing keeps the focus in the field, as a combobox must. */
export function SearchOptions({
  listId,
  isShown,
  suggestions,
  hasFailed,
  active,
  onChoose,
  onHover,
}: SearchOptionsProps) {
  const { t, format } = useMessages()
  const clients = suggestions?.clients ?? []
  return (
    <div
      hidden={!isShown || (!suggestions && !hasFailed)}
      className="absolute top-full right-0 left-0 z-50 mt-1.5 overflow-hidden rounded-card border border-line bg-surface shadow-[0_12px_36px_-14px_rgb(0_0_0/0.35)] lg:left-auto lg:w-[30rem]"
    >
      <div
        id={listId}
        role="listbox"
        aria-label={t('search.results')}
        className="max-h-[min(29rem,60vh)] overflow-y-auto p-1.5 empty:hidden"
      >
        {clients.map((client, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox (aria-activedescendant)
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys
          <div
            key={client.clientId}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onHover(index)}
            onClick={() => onChoose(index)}
            className="grid cursor-pointer grid-cols-[1fr_auto] items-center gap-x-3 rounded-control px-2.5 py-2 aria-selected:bg-sunken"
          >
            <span className="font-[600]">
              <ClientNumber clientId={client.clientId} />
            </span>
            <span className="row-span-2 flex items-center gap-2">
              <AdviceBadge advice={client.advice} isShortOnPhones />
              <RiskClassLetter riskClass={client.riskClass} />
            </span>
            <span className="truncate text-xs text-ink-2">{client.description}</span>
          </div>
        ))}
      </div>
      {suggestions && suggestions.matchCount > clients.length && (
        <Link
          to={`/clients/find?q=${encodeURIComponent(suggestions.query)}`}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          className="block border-t border-line px-4 py-2 text-xs text-accent hover:bg-sunken"
        >
          {t('search.all', { total: format.integer(suggestions.matchCount) })}
        </Link>
      )}
      {hasFailed && <p className="px-4 py-3 text-ink-2">{t('search.failed')}</p>}
      {suggestions && clients.length === 0 && (
        <p className="px-4 py-3 text-ink-2">
          {suggestions.problem ? t('search.digits') : t('search.none', { query: suggestions.query })}
        </p>
      )}
    </div>
  )
}
