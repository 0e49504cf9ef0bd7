import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchClients } from '../advisor.server.ts'
import { readPreferences } from '../preferences.server.ts'
import { parseClientDigits, type SearchSuggestions } from '../search-suggestions.ts'

const suggestionLimit = 8
const longestQuery = 40

/** `GET /clients/search?q=1042`: the clients whose number starts so, as JSON, for the type-ahead. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const query = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, longestQuery)
  const digits = parseClientDigits(query)
  if (digits === null) return answer({ query, problem: 'digits', clients: [], matchCount: 0 })
  const { language } = await readPreferences(request)
  const { clients, matchCount } = await searchClients(context, {
    query: digits,
    limit: suggestionLimit,
    language,
  })
  return answer({ query, problem: null, clients, matchCount })
}

function answer(suggestions: SearchSuggestions): Response {
  return Response.json(suggestions, {
    headers: { 'Cache-Control': 'private, no-cache' },
  })
}
