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

/** The end of a sentence, of an item or of a paragraph. */
const sentenceEnd = /[.!?…](?=[\s\u00a0\u202f])\s*|\n+/g
/** A text without an end: it is parted here so that nothing grows without bound. */
const longestSentence = 2_000

export interface FigureStreamOptions {
  language: Language
  /** Calls of the turns before. */
  earlier?: readonly AnsweredCall[]
  /** Puts clients' numbers back in place of their pseudonyms: only in a whole sentence can one not be cut in two. */
  reveal?: (text: string) => string
}

export function createFigureStream({
  language,
  earlier = [],
  reveal = (text) => text,
}: FigureStreamOptions): FigureStream {
  const known: KnownValue[] = earlier.flatMap((call) => listKnownValues(call, language))
  let pending = ''
  const bind = (text: string) => (text ? bindFigures(reveal(text), known, language) : [])
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
        events.push(...bind(pending.slice(from, end)))
        from = end
      }
      pending = pending.slice(from)
      if (pending.length > longestSentence) {
        events.push(...bind(pending))
        pending = ''
      }
      return events
    },
    flush() {
      const events = bind(pending)
      pending = ''
      return events
    },
  }
}
