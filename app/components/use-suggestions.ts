import { useEffect, useState } from 'react'
import type { SearchSuggestions } from '../search-suggestions.ts'

export interface SuggestionsState {
  /** The answer to the current query; null while it is on its way. */
  suggestions: SearchSuggestions | null
  hasFailed: boolean
}

/**
 * Asks the server for a query's suggestions; a newer query calls the older question off. Remix's own fetcher
 * writes an error to the console whenever an answer is called off half-way, which typing does all the time.
 */
export function useSuggestions(query: string): SuggestionsState {
  const [answer, setAnswer] = useState<SearchSuggestions | null>(null)
  const [failedQuery, setFailedQuery] = useState<string | null>(null)
  useEffect(() => {
    if (query === '') return
    const controller = new AbortController()
    fetchSuggestions(query, controller.signal)
      .then(setAnswer)
      .catch(() => {
        if (!controller.signal.aborted) setFailedQuery(query)
      })
    return () => controller.abort()
  }, [query])
  return {
    suggestions: query !== '' && answer?.query === query ? answer : null,
    hasFailed: query !== '' && failedQuery === query && answer?.query !== query,
  }
}

async function fetchSuggestions(query: string, signal: AbortSignal): Promise<SearchSuggestions> {
  const response = await fetch(`/clients/search?q=${encodeURIComponent(query)}`, { signal })
  // The session has ended: the page itself leads to the door.
  if (response.status === 401) window.location.reload()
  if (!response.ok) throw new Error(`The search answered ${response.status}.`)
  return response.json()
}
