import { collectives, fractions, multipliers, ones, smallNumbers } from '../words/number-words.ts'
import type { NumberToken, Token } from './token.ts'

interface Found {
  token: NumberToken
  /** Index after the last token that it is made of. */
  end: number
}

/** Puts numbers in place of number words ("trois cent mille", "twenty percent", "un cinquième", "3/4"). */
export function readNumberWords(tokens: readonly Token[]): Token[] {
  const read: Token[] = []
  let index = 0
  while (index < tokens.length) {
    const found = readShare(tokens, index) ?? readCount(tokens, index)
    read.push(found?.token ?? (tokens[index] as Token))
    index = found?.end ?? index + 1
  }
  return read
}

function readShare(tokens: readonly Token[], start: number): Found | null {
  const slashed = readSlashed(tokens, start)
  if (slashed) return slashed
  const count = readCount(tokens, start)
  const end = count?.end ?? start
  if (count && !count.token.isShare) {
    const percentEnd = findPercent(tokens, end)
    if (percentEnd)
      return { token: share(count.token.value / 100, tokens, start, percentEnd), end: percentEnd }
  }
  const numeratorEnd = count ? end : isWord(tokens[start], ones) ? start + 1 : start
  const denominator = lookUp(tokens[numeratorEnd], fractions)
  if (denominator === undefined) return null
  const numerator = count?.token.value ?? 1
  // "third" alone is a rank ("the third reason"), "half" and "moitié" are not.
  if (numeratorEnd === start && denominator > 2) return null
  if (numerator > denominator) return null
  const last = numeratorEnd + 1
  return { token: share(numerator / denominator, tokens, start, last), end: last }
}

function readSlashed(tokens: readonly Token[], start: number): Found | null {
  const [numerator, slash, denominator] = tokens.slice(start, start + 3)
  if (numerator?.kind !== 'number' || slash?.text !== '/' || denominator?.kind !== 'number') return null
  if (numerator.value <= 0 || numerator.value >= denominator.value) return null
  return { token: share(numerator.value / denominator.value, tokens, start, start + 3), end: start + 3 }
}

function findPercent(tokens: readonly Token[], at: number): number | null {
  const [first, second] = [tokens[at]?.text, tokens[at + 1]?.text]
  if (first === 'percent' || first === 'pourcent' || first === 'pct' || first === 'pourcents') return at + 1
  if ((first === 'pour' || first === 'per') && (second === 'cent' || second === 'cents')) return at + 2
  return null
}

function share(value: number, tokens: readonly Token[], start: number, end: number): NumberToken {
  const text = textOf(tokens, start, end)
  return { kind: 'number', text, value, isShare: true, isAmount: false, isDecade: false, digits: null }
}

/** A count of digits or words and what multiplies it: "300", "300 mille", "deux cent cinquante", "a hundred". */
function readCount(tokens: readonly Token[], start: number): Found | null {
  const first = tokens[start]
  const collectiveAt = isWord(first, ones) ? start + 1 : start
  const collective = lookUp(tokens[collectiveAt], collectives)
  if (collective !== undefined) return number(collective, tokens, start, collectiveAt + 1)
  let index = start
  let total = 0
  let current = 0
  let hasValue = false
  for (; index < tokens.length; index += 1) {
    const token = tokens[index] as Token
    const follows = startsNumber(tokens[index + 1])
    const value = readUnit(token, { isFirst: index === start, hasValue, follows })
    const multiplier = lookUp(token, multipliers)
    if (value !== undefined) current = value === 20 && current === 4 ? 80 : current + value
    else if (multiplier === 100 && (hasValue || follows || index === start)) current = (current || 1) * 100
    else if (multiplier !== undefined) {
      total += (current || 1) * multiplier
      current = 0
    } else if (!hasValue || !joins(token, current, lookUp(tokens[index + 1], units))) break
    hasValue = true
    if (token.kind === 'number' && lookUp(tokens[index + 1], multipliers) === undefined) {
      index += 1
      break
    }
  }
  if (!hasValue || index === start) return null
  if (index === start + 1 && first?.kind === 'number') {
    return { token: first, end: index }
  }
  return number(total + current, tokens, start, index)
}

const units = { ...smallNumbers, ...ones }

function readUnit(
  token: Token,
  { isFirst, hasValue, follows }: { isFirst: boolean; hasValue: boolean; follows: boolean },
): number | undefined {
  if (token.kind === 'number') return isFirst && !token.isShare ? token.value : undefined
  const small = lookUp(token, smallNumbers)
  if (small !== undefined) return small
  const isOne = Object.hasOwn(ones, token.text) && token.text !== 'a'
  if (isOne && hasValue) return ones[token.text]
  // "a hundred", "un million": the article counts before what it multiplies, and nowhere else.
  return isFirst && Object.hasOwn(ones, token.text) && follows ? ones[token.text] : undefined
}

function startsNumber(token: Token | undefined): boolean {
  return token !== undefined && (isWord(token, multipliers) || isWord(token, collectives))
}

/** Whether a word or hyphen between two numbers makes one of them: "vingt et un", "dix-sept", "hundred and five". */
function joins(token: Token, current: number, next: number | undefined): boolean {
  if (next === undefined) return false
  const isTens = current % 100 >= 20 && current % 10 === 0
  if (token.text === 'et') return isTens && (next === 1 || next === 11)
  if (token.text === 'and') return current >= 100 && current % 100 === 0 && next < 100
  if (token.text !== '-') return false
  return (isTens && next < 20) || (current % 100 === 4 && next === 20) || (current % 100 === 10 && next < 10)
}

function number(value: number, tokens: readonly Token[], start: number, end: number): Found {
  const text = textOf(tokens, start, end)
  const isAmount = value >= 1000
  return {
    token: { kind: 'number', text, value, isShare: false, isAmount, isDecade: false, digits: null },
    end,
  }
}

function textOf(tokens: readonly Token[], start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map(({ text }) => text)
    .join(' ')
}

function lookUp(token: Token | undefined, table: Readonly<Record<string, number>>): number | undefined {
  return token?.kind === 'word' && Object.hasOwn(table, token.text) ? table[token.text] : undefined
}

function isWord(token: Token | undefined, table: Readonly<Record<string, number>>): boolean {
  return lookUp(token, table) !== undefined
}
