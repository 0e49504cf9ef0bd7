import { findMentions } from '../lexicon/find-mentions.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { NumberToken, Token } from '../text/token.ts'
import { ordinaryWords } from '../words/ordinary-words.ts'
import { type Clause, hasCue } from './clause.ts'
import { readClientIds } from './read-client-ids.ts'
import { readQuantities } from './read-quantities.ts'

/** Finds the names, cues, numbers and clients of a clause. */
export function readClause(tokens: readonly Token[], lexicon: Lexicon): Clause {
  const mentions = findMentions(tokens, lexicon)
  const found = { tokens, mentions }
  const speaksOfAmounts =
    hasCue(found, 'ifWord', 'simulate', 'lowers', 'raises', 'moreThan', 'lessThan', 'money') ||
    mentions.some(({ concept }) => concept.kind === 'field' && amounts.has(concept.field))
  const { clientIds, at } = readClientIds(tokens, mentions, speaksOfAmounts)
  const taken = new Set(at)
  for (const { concept, from, to } of mentions) {
    if (concept.kind === 'cue') continue
    for (let index = from; index < to; index += 1) taken.add(index)
  }
  const numbers = tokens.filter(
    (token): token is NumberToken => token.kind === 'number' && token.digits !== null,
  )
  return {
    ...found,
    quantities: readQuantities(found, taken),
    clientIds,
    unknownWords: tokens.filter(
      ({ kind, text }) => kind === 'word' && !lexicon.words.has(text) && !ordinaryWords.has(text),
    ).length,
    digits: numbers.findLast(({ digits }) => digits !== null)?.digits ?? null,
  }
}

const amounts: ReadonlySet<string> = new Set([
  'creditAmount',
  'annuityAmount',
  'annualIncomeAmount',
  'goodsPriceAmount',
  'downPaymentAmount',
])
