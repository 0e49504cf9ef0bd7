import type { Clause } from '../slots/clause.ts'
import { clientNouns } from '../words/client-nouns.ts'
import type { Cue } from '../words/cue-words.ts'

const listing = /^(?:list|montr|affich|donne|cherch|recherch|trouv|show|display|give|find|search|voir|see)/
/** Beside these cues, and nothing that is named, a list of clients is just that. */
const ofList: ReadonlySet<Cue> = new Set<Cue>([
  'find',
  'clientWord',
  'groupWord',
  'everyone',
  'between',
  'question',
  'thanks',
])
/** "Les autres clients": other than those of before. */
const others = /^(?:autres?|others?)$/

/** Whether a clause asks for a list of clients, none in particular: "liste-moi cinq clients", "show me some customers". */
export function listsClients({ tokens, mentions, digits, clientIds, strayWords }: Clause): boolean {
  return (
    digits === null &&
    clientIds.length === 0 &&
    strayWords === 0 &&
    tokens.some(({ text }) => listing.test(text)) &&
    tokens.some(({ text }) => clientNouns.has(text)) &&
    !tokens.some(({ text }) => others.test(text)) &&
    mentions.every(({ concept }) => concept.kind === 'cue' && ofList.has(concept.cue))
  )
}
