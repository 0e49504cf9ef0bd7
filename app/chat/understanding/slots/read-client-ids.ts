import type { Mention } from '../lexicon/find-mentions.ts'
import type { NumberToken, Token } from '../text/token.ts'

export interface NamedClients {
  clientIds: number[]
  /** Where the numbers stand. */
  at: Set<number>
}

const leading: ReadonlySet<string> = new Set([
  'n',
  'no',
  '°',
  '#',
  'numero',
  'number',
  'id',
  'le',
  'la',
  'les',
  'the',
  ':',
  'o',
  'num',
  'nr',
  '(',
])
const joining: ReadonlySet<string> = new Set(['et', 'and', ',', 'ou', 'or', 'a', 'to', 'avec', 'with'])
const usualDigits = 6

/**
 * Finds the clients that are named by their numbers: after a word like "client", or six bare digits where nothing says
 * that they are an amount.
 */
export function readClientIds(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  mayBeAmounts: boolean,
): NamedClients {
  const at = new Set<number>()
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'number' || token.digits === null || token.digits.length < 3) continue
    const isNamed = followsClientWord(tokens, mentions, index) || followsClientId(tokens, index, at)
    const isBare = !mayBeAmounts && token.digits.length === usualDigits && token.text === token.digits
    if (isNamed || isBare || tokens[index - 1]?.text === '#') at.add(index)
  }
  return { clientIds: [...at].map((index) => (tokens[index] as NumberToken).value), at }
}

function followsClientWord(tokens: readonly Token[], mentions: readonly Mention[], index: number): boolean {
  let before = index
  while (before > 0 && index - before < 4 && leading.has(tokens[before - 1]?.text ?? '')) before -= 1
  return mentions.some(
    ({ concept, to }) =>
      concept.kind === 'cue' && concept.cue === 'clientWord' && to <= index && to >= before && to > 0,
  )
}

function followsClientId(tokens: readonly Token[], index: number, known: ReadonlySet<number>): boolean {
  return joining.has(tokens[index - 1]?.text ?? '') && known.has(index - 2)
}
