import type { Language } from '#core/contracts/language.ts'
import type { TurnEvent } from '../conversation.ts'
import { bindFigures } from './bind-figures.ts'
import { type AnsweredCall, type KnownValue, listKnownValues } from './list-known-values.ts'

/** Turns text as it arrives into words and figures; a figure leaves only with the sentence that says what it is. */
export interface FigureStream {
  /** Tells of a call whose answer figures may be bound to from now on. */
  know(call: AnsweredCall): void
  /** Takes in a piece of text and gives the sentences that are whole now. */
  push(text: string): TurnEvent[]
  /** Gives what is left at the end of a text. */
  flush(): TurnEvent[]
}

/** The end of a sentence, of an item or of a paragraph; no abbreviation is one. */
const sentenceEnd =
  /(?<!(?<!\p{L})(?:env|approx|ex|cf|max|min|no|vs|ca|M)\.)(?<=[.!?…])(?=[\s\u00a0\u202f])\s*|\n+/gu
/** A text without an end is parted here: reading it takes longer the longer it is. */
const longestSentence = 1_200
/** A line that leads on to the next: a heading, a question, the words before a list. */
const leading = /[:?][\s*_»]*$/
const longestLead = 200

export interface FigureStreamOptions {
  language: Language
  /** The client whose page is open. */
  clientId?: number | null
  /** Calls of the turns before. */
  earlier?: readonly AnsweredCall[]
  /** Puts clients' numbers back in place of their pseudonyms: only in a whole sentence can one not be cut in two. */
  reveal?: (text: string) => string
}

export function createFigureStream({
  language,
  clientId = null,
  earlier = [],
  reveal = (text) => text,
}: FigureStreamOptions): FigureStream {
  const known: KnownValue[] = earlier.flatMap((call) => listKnownValues(call, language))
  let pending = ''
  let lead = ''
  let startsLine = true
  let spokenOf = clientId
  const bind = (concealed: string): TurnEvent[] => {
    const text = reveal(concealed)
    spokenOf = findClient(text, known) ?? spokenOf
    const events = bindFigures(text, known, { language, lead, startsLine, clientId: spokenOf })
    if (text.trim() !== '') lead = leading.test(text.trim()) ? text.slice(-longestLead) : keepLead(text, lead)
    startsLine = text.endsWith('\n')
    return events
  }
  const bindAll = (text: string): TurnEvent[] => {
    const events: TurnEvent[] = []
    for (let from = 0; from < text.length; from += longestSentence) {
      events.push(...bind(text.slice(from, from + longestSentence)))
    }
    return events
  }
  return {
    know: (call) => {
      known.push(...listKnownValues(call, language))
    },
    push(text) {
      pending += text
      const events: TurnEvent[] = []
      let from = 0
      for (const match of pending.matchAll(sentenceEnd)) {
        const end = match.index + match[0].length
        // More may follow that belongs to the same end.
        if (end === pending.length && !match[0].includes('\n')) break
        events.push(...bindAll(pending.slice(from, end)))
        from = end
      }
      pending = pending.slice(from)
      if (pending.length > longestSentence) {
        events.push(...bindAll(pending))
        pending = ''
      }
      return events
    },
    flush() {
      const events = bindAll(pending)
      pending = ''
      return events
    },
  }
}

/** Items of a list all belong to the line before it. */
function keepLead(text: string, lead: string): string {
  return /^\s*[-•*]\s/.test(text) ? lead : ''
}

/** The client whose number a sentence gives, as far as a call was about them. */
function findClient(text: string, known: readonly KnownValue[]): number | null {
  const clients = new Set(known.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])))
  const numbers = text.match(/\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{4,}/g) ?? []
  return numbers.map((digits) => Number(digits.replace(/\D/g, ''))).find((id) => clients.has(id)) ?? null
}
