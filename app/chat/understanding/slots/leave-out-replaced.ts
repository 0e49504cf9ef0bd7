import type { Mention } from '../lexicon/find-mentions.ts'
import type { Token } from '../text/token.ts'
import type { Clause, Quantity } from './clause.ts'

type Found = Pick<Clause, 'tokens' | 'mentions' | 'quantities'>

/**
 * Leaves out what a clause says is not meant: the contract, group and numbers after "plutôt que", "au lieu de",
 * "instead of", up to the next comma or conjunction. Where nothing stands before those words only the first is left
 * out: "au lieu de 300 000 il demanderait 250 000".
 */
export function leaveOutReplaced({ tokens, mentions, quantities }: Found): Found {
  const parts = [...mentions.filter(isReplaceable), ...quantities]
  const isFirst = (at: number) => !parts.some(({ from }) => from < at)
  const corrections = listSpans(tokens, denials).filter(({ from }) => !isFirst(from))
  const spans = [...listSpans(tokens, openings), ...corrections].map((span): Span => {
    const replaced = parts.filter(({ from }) => isWithin(from, span))
    if (replaced.length === 0 || !isFirst(span.from)) return span
    const first = Math.min(...replaced.map(({ from }) => from))
    return {
      from: span.from,
      to: Math.max(...replaced.filter(({ from }) => from === first).map(({ to }) => to)),
    }
  })
  const isMeant = ({ from }: Mention | Quantity) => !spans.some((span) => isWithin(from, span))
  return {
    tokens,
    mentions: mentions.filter((mention) => !isReplaceable(mention) || isMeant(mention)),
    quantities: quantities.filter(isMeant),
  }
}

interface Span {
  from: number
  /** The last token is left out. */
  to: number
}

function isWithin(at: number, { from, to }: Span): boolean {
  return from <= at && at < to
}

function isReplaceable({ concept }: Mention): boolean {
  return concept.kind === 'category' || concept.kind === 'group'
}

/** As the tokeniser writes them. */
const openings: readonly (readonly string[])[] = [
  ['plutot', 'que'],
  ['a', 'le', 'lieu', 'de'],
  ['a', 'la', 'place', 'de'],
  ['rather', 'than'],
  ['instead', 'of'],
  ['in', 'place', 'of'],
]
/** Said of what stands before them: "un crédit renouvelable et non un prêt personnel". */
const denials: readonly (readonly string[])[] = [
  ['et', 'non'],
  ['et', 'pas'],
  ['and', 'not'],
  [',', 'pas'],
  [',', 'non'],
  [',', 'not'],
]
const ends: ReadonlySet<string> = new Set([',', ':', ')', 'et', 'and', 'mais', 'but'])

function listSpans(tokens: readonly Token[], leads: readonly (readonly string[])[]): Span[] {
  return tokens.flatMap((_, index) => {
    const opening = leads.find((words) => words.every((word, at) => tokens[index + at]?.text === word))
    if (!opening) return []
    const from = index + opening.length
    const end = tokens.findIndex(({ text }, at) => at > from && ends.has(text))
    return [{ from, to: end === -1 ? tokens.length : end }]
  })
}
