import { normaliseText } from './normalise-text.ts'
import type { NumberToken, Token } from './token.ts'

const grouped = String.raw`[1-9]\d{0,2}(?:[ .,']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?`
const plain = String.raw`\d+(?:[.,]\d+)?`
const piece = new RegExp(
  String.raw`(?<number>${grouped}|${plain})(?<suffix>(?:\s?k(?:eur|e)?(?![a-z])|\s?m(?=\s?(?:€|eur))|\s?[%€$£]|s(?![a-z])|\s?eur(?:os?)?(?![a-z]))*)` +
    String.raw`|(?<word>\p{L}+(?:'\p{L}+)*'?)|(?<mark>[^\s\p{L}\d])`,
  'gu',
)

/** Between two words, or a word and a number ("over-60s"); between numbers it means "to". */
const hyphen = /(?<=\p{L})-(?=[\p{L}\d])|(?<=\d)-(?=\p{L})/gu

/** Words that stand for two, or for another. */
const writtenOut: Readonly<Record<string, readonly string[]>> = {
  du: ['de', 'le'],
  des: ['de', 'les'],
  au: ['a', 'le'],
  aux: ['a', 'les'],
  sil: ['si', 'il'],
  sils: ['si', 'ils'],
  quil: ['que', 'il'],
  quils: ['que', 'ils'],
  quon: ['que', 'on'],
  quun: ['que', 'un'],
  quune: ['que', 'une'],
  lon: ['le', 'on'],
  quelle: ['quel'],
  quelles: ['quel'],
  quels: ['quel'],
  cest: ['ce', 'est'],
  whats: ['what', 'is'],
  hows: ['how', 'is'],
  wheres: ['where', 'is'],
  dont: ['dont'],
  isnt: ['is', 'not'],
  doesnt: ['does', 'not'],
  cannot: ['can', 'not'],
}

const elisions: Readonly<Record<string, string>> = {
  l: 'le',
  d: 'de',
  j: 'je',
  n: 'ne',
  s: 'se',
  t: 'te',
  m: 'me',
  c: 'ce',
  qu: 'que',
  jusqu: 'jusque',
  lorsqu: 'lorsque',
  puisqu: 'puisque',
}

const englishEndings: Readonly<Record<string, string>> = {
  s: 'is',
  re: 'are',
  ll: 'will',
  d: 'would',
  ve: 'have',
  m: 'am',
}

/** Cuts a question into words, numbers and marks. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const { groups } of normaliseText(text).replace(hyphen, ' ').matchAll(piece)) {
    if (groups?.number !== undefined) tokens.push(readNumber(groups.number, groups.suffix ?? ''))
    else if (groups?.word !== undefined) tokens.push(...readWords(groups.word))
    else if (groups?.mark !== undefined) tokens.push({ kind: 'mark', text: groups.mark })
  }
  return tokens
}

function readNumber(written: string, suffix: string): NumberToken {
  const isGrouped = new RegExp(`^${grouped}$`).test(written)
  const whole = isGrouped ? written.replace(/[ .,'](?=\d{3})/g, '') : written
  const scale = /k/.test(suffix) ? 1e3 : /^\s?m/.test(suffix) ? 1e6 : 1
  const isShare = suffix.includes('%')
  const number = Number(whole.replace(',', '.')) * scale
  return {
    kind: 'number',
    text: (written + suffix).trim(),
    value: isShare ? number / 100 : number,
    isShare,
    isAmount: !isShare && (scale > 1 || /[€$£]|eur/.test(suffix)),
    isDecade: suffix === 's',
    digits: /^\d+$/.test(whole) && suffix === '' ? whole : null,
  }
}

function readWords(written: string): Token[] {
  return splitApostrophes(written)
    .flatMap((word) => writtenOut[word] ?? [word])
    .map((text) => ({ kind: 'word', text }))
}

function splitApostrophes(written: string): string[] {
  const [first = '', ...rest] = written.split("'").filter((part) => part !== '')
  const next = rest[0]
  if (next === undefined) return first === '' ? [] : [first]
  if (first === 's' && /^ils?$/.test(next)) return ['si', next]
  const elided = elisions[first]
  if (elided !== undefined) return [elided, ...splitApostrophes(rest.join("'"))]
  if (next === 't' && first.endsWith('n')) return [first.slice(0, -1), 'not']
  const ending = rest.length === 1 ? englishEndings[next] : undefined
  if (ending !== undefined) return [first, ending]
  return [first, ...splitApostrophes(rest.join("'"))]
}
