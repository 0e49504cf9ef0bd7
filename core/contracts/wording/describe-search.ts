import type { Language } from '../language.ts'
import type { SearchClientsAnswer } from '../search-clients.ts'
import { formatNumber } from './format-number.ts'

/** How many clients match, then a line for each of those on this page. */
export function describeSearch(answer: SearchClientsAnswer, language: Language): string {
  const count = formatNumber(answer.matchCount, language)
  const plural = answer.matchCount > 1
  const head =
    language === 'fr'
      ? `${count} ${plural ? 'clients trouvés' : 'client trouvé'}${answer.nextCursor ? ' ; voici les premiers' : ''}.`
      : `${count} ${plural ? 'clients match' : 'client matches'}${answer.nextCursor ? '; here are the first ones' : ''}.`
  const lines = answer.clients.map((client) => `${client.clientId} : ${client.description}`)
  return [head, ...lines, answer.provenance.notice].filter(Boolean).join('\n')
}
