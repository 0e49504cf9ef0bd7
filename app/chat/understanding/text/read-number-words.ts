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
  const whole = findWhole(tokens, last)
  if (whole) return number((numerator / denominator) * whole.value, tokens, start, whole.end)
  return { token: share(numerator / denominator, tokens, start, last), end: last }
}

const wholeJoints: ReadonlySet<string> = new Set(['a', 'an', 'de', 'of', 'un', '-'])

/** "half a million", "un demi-million". */
function findWhole(tokens: readonly Token[], from: number): { value: number; end: number } | null {
  let at = from
  while (at - from < 2 && wholeJoints.has(tokens[at]?.text ?? '')) at += 1
  const value = lookUp(tokens[at], multipliers)
  return value !== undefined && value >= 1000 ? { value, end: at + 1 } : null
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
  const sum: Sum = { total: 0, current: null }
  let index = start
  while (index < tokens.length && addWord(sum, tokens, { index, isFirst: index === start })) index += 1
  if (index === start || (sum.current === null && sum.total === 0 && first?.text !== 'zero')) return null
  if (index === start + 1 && first?.kind === 'number') return { token: first, end: index }
  return number(sum.total + (sum.current ?? 0), tokens, start, index)
}

const periods = /^(?:ans?|annees?|mois|years?|months?|enfants?|child|kid)$/
const measures =
  /^(?:de|than|over|under|least|most|sur|en|in|within|que|plus|moins|ayant|avec|ont|with|have|has|having)$/

/** "moins d'un an", "less than a year": there the article is a number. */
function countsOne(tokens: readonly Token[], index: number): boolean {
  return periods.test(tokens[index + 1]?.text ?? '') && measures.test(tokens[index - 1]?.text ?? '')
}

interface Sum {
  /** Thousands and millions that are complete. */
  total: number
  /** What is being counted up; null before its first word. */
  current: number | null
}

/** Takes a word into the number; false when it is no longer part of it. */
function addWord(
  sum: Sum,
  tokens: readonly Token[],
  { index, isFirst }: { index: number; isFirst: boolean },
): boolean {
  const [token, next] = [tokens[index] as Token, tokens[index + 1]]
  if (token.kind === 'number') {
    if (!isFirst || token.isShare) return false
    sum.current = token.value
    return true
  }
  if (token.text === 'grand' && tokens[index - 1]?.kind === 'number') return multiply(sum, 1000)
  const multiplier = lookUp(token, multipliers)
  if (multiplier !== undefined) return multiply(sum, multiplier)
  // Digits take words that multiply, and no others: "30 a 40" is no 31.
  if (!isFirst && tokens[index - 1]?.kind === 'number') return false
  const isArticle = Object.hasOwn(ones, token.text)
  const value = lookUp(token, units)
  // "a hundred", "un million": an article counts before what it multiplies, or after tens.
  if (isArticle && isFirst && countsOne(tokens, index)) return add(sum, 1)
  if (isArticle && (isFirst ? !isWord(next, multipliers) : token.text.startsWith('a'))) return false
  if (value !== undefined) return add(sum, value)
  return !isFirst && joins(token, sum.current ?? 0, lookUp(next, units))
}

function multiply(sum: Sum, multiplier: number): boolean {
  if (multiplier === 100) sum.current = (sum.current || 1) * 100
  else {
    sum.total += (sum.current || 1) * multiplier
    sum.current = null
  }
  return true
}

function add(sum: Sum, value: number): boolean {
  const { current } = sum
  // "quatre-vingts" is four twenties.
  if (current !== null && current % 100 === 4 && value === 20) sum.current = current - 4 + 80
  else if (current === null) sum.current = value
  else if (current % 100 === 0 && current > 0 && value < 100) sum.current = current + value
  else if (current % 10 === 0 && current % 100 >= 20 && value < 20) sum.current = current + value
  else if (current % 100 === 10 && value >= 1 && value < 10) sum.current = current + value
  else return false
  return true
}

const units = { ...smallNumbers, ...ones }

/** Whether a word between two numbers makes one of them: "vingt et un", "hundred and five". */
function joins(token: Token, current: number, next: number | undefined): boolean {
  if (next === undefined) return false
  if (token.text === 'et') return current % 100 >= 20 && current % 10 === 0 && (next === 1 || next === 11)
  return token.text === 'and' && current >= 100 && current % 100 === 0 && next < 100
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
