import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useMessages } from '../../components/use-messages.ts'
import type { FoundTurn } from '../conversation.ts'

const settleMs = 200

type Search = { query: string; found: FoundTurn[] | null }

/** Finds turns by their words, about whatever client. */
export function HistorySearch({ clientId, onLeave }: { clientId: number; onLeave(): void }) {
  const { t, format } = useMessages()
  const [query, setQuery] = useState('')
  const search = useFoundTurns(clientId, query.trim())
  const { found } = search
  return (
    <div className="flex min-h-0 flex-1 flex-col px-4 pt-3">
      <input
        type="search"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        aria-label={t('chat.search.label')}
        placeholder={t('chat.search.placeholder')}
        maxLength={200}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onLeave()
        }}
        className="field"
      />
      <p role="status" className="mt-2 min-h-5 text-xs text-ink-3">
        {search.hasFailed
          ? t('chat.search.failed')
          : found && t('chat.search.count', { count: found.length })}
      </p>
      <ul className="-mx-2 min-h-0 flex-1 overflow-y-auto pb-4">
        {found?.map((turn) => (
          <li key={turn.turnId}>
            <Link
              to={`/clients/${turn.clientId}#turn-${turn.turnId}`}
              preventScrollReset
              onClick={onLeave}
              className="block rounded-control px-2 py-2 hover:bg-sunken"
            >
              <span className="block font-[560] wrap-anywhere">{turn.question}</span>
              <span className="mt-0.5 line-clamp-2 text-xs text-ink-2 wrap-anywhere">{turn.excerpt}</span>
              <span className="mt-0.5 block text-2xs text-ink-3">
                {t('chat.search.client', { clientId: format.clientId(turn.clientId) })} ·{' '}
                <time dateTime={turn.askedAt}>{format.moment(turn.askedAt)}</time>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Asks when typing rests; a newer query calls the older one off. */
function useFoundTurns(clientId: number, query: string): { found: FoundTurn[] | null; hasFailed: boolean } {
  const [search, setSearch] = useState<Search | null>(null)
  useEffect(() => {
    if (query === '') return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      fetchFound(`/clients/${clientId}/conversation?query=${encodeURIComponent(query)}`, controller.signal)
        .then((found) => setSearch({ query, found }))
        .catch(() => {
          if (!controller.signal.aborted) setSearch({ query, found: null })
        })
    }, settleMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [clientId, query])
  // While the next answer is on its way the last one stays.
  const isAsked = query !== '' && search !== null
  return {
    found: isAsked ? search.found : null,
    hasFailed: isAsked && search.query === query && search.found === null,
  }
}

async function fetchFound(address: string, signal: AbortSignal): Promise<FoundTurn[]> {
  const response = await fetch(address, { signal })
  if (response.status === 401) window.location.reload()
  if (!response.ok) throw new Error(`The history answered ${response.status}.`)
  const { found } = (await response.json()) as { found: FoundTurn[] }
  return found
}
