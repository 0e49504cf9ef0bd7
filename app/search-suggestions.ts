import type { SearchClientsAnswer } from '#core/contracts/search-clients.ts'

/** What the type-ahead shows for the digits typed so far. */
export interface SearchSuggestions {
  /** The query that this answers, as it was sent. */
  query: string
  /** Digits alone make a client's number. */
  problem: 'digits' | null
  clients: SearchClientsAnswer['clients']
  matchCount: number
}

/** The digits of what was typed, spaces between thousands removed; null when it is no client's number. */
export function parseClientDigits(text: string): string | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '')
  return /^\d{1,15}$/.test(compact) ? compact : null
}
