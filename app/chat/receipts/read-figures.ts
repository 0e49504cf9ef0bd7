import type { Language } from '#core/contracts/language.ts'
import type { Figure, FigureReading } from './figure.ts'
import { readNumeral } from './read-numeral.ts'

const space = '[ \\u00a0\\u202f\\u2009]'
const digits = `\\d{1,3}(?:${space}\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,’']\\d+)*`
const percentUnit = `${space}?(?:%|‰|pour${space}?cents?\\b|per${space}?cents?\\b|pct\\b)`
const moneyUnit = `${space}?(?:k${space}?€|M${space}?€|€|EUR\\b|euros?\\b|\\$|USD\\b|dollars?\\b)`
const magnitude = `${space}?(?:milliers?|millions?|milliards?|mille|thousand|billion|k)\\b`
const ordinal = '(?:ᵉʳ|ᵉ|ers?|ère|ème|es|e|st|nd|rd|th)(?![\\p{L}])'
const pattern = new RegExp(
  `(?<bound>[<>]${space}?)?(?<sign>[+−–-])?(?<money>(?:[€$]|EUR|USD)${space}?)?(?<digits>${digits})(?:${ordinal})?(?<magnitude>${magnitude})?(?:${space}?d[’']${space}?)?(?<unit>${percentUnit}|${moneyUnit})?`,
  'gu',
)

const magnitudes: readonly (readonly [RegExp, number])[] = [
  [/millia?rds?|billion/i, 1e9],
  [/millions?|M/, 1e6],
  [/milliers?|mille|thousand|k/i, 1e3],
]

/**
 * Every figure of a text, in digits or in number words that stand before a unit ("douze pour cent"). Numbers of a list
 * ("1. …") at the head of a line are none.
 */
export function readFigures(text: string, language: Language, startsLine = true): Figure[] {
  const plain = toAsciiDigits(text)
  const figures = [...plain.matchAll(pattern)]
    .filter(
      (match) =>
        !isPartOfWord(plain, match) && !(startsLine || match.index > 0 ? isListNumber(plain, match) : false),
    )
    .map((match) => toFigure(plain, match, language))
    .map((figure) => ({ ...figure, text: text.slice(figure.start, figure.end) }))
  figures.push(
    ...readFractions(text).filter(
      ({ start, end }) => !figures.some((other) => start < other.end && other.start < end),
    ),
  )
  const inWords = readNumeral(text).filter(
    (numeral) => !figures.some(({ start, end }) => numeral.start < end && start < numeral.end),
  )
  return [...figures, ...inWords].sort((a, b) => a.start - b.start)
}

function isPartOfWord(text: string, match: RegExpExecArray): boolean {
  const start = match.index + (match[0].length - match[0].trimStart().length)
  return /\p{L}$|[\p{L}\p{N}]_$/u.test(text.slice(0, start)) && !match.groups?.sign
}

function isListNumber(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index)
  return (
    /^\s*[-•*]?\s*$/.test(before) &&
    /^\d{1,2}$/.test(match[0].trim()) &&
    /^[.)] /.test(text.slice(match.index + match[0].length))
  )
}

function toFigure(text: string, match: RegExpExecArray, language: Language): Figure {
  const { bound, sign, money, unit = '', magnitude: word } = match.groups ?? {}
  // A dash between two figures is a range, not a minus.
  const isRange = /[\d%€]\s?$/.test(text.slice(0, match.index))
  const isNegative = !isRange && sign !== undefined && !sign.startsWith('+')
  const scale = readScale(word) * readScale(/^.?[kM]/u.exec(unit)?.[0]) * (unit.includes('‰') ? 0.1 : 1)
  const skipped = isRange ? (sign?.length ?? 0) : 0
  const start = match.index + skipped
  const end = match.index + match[0].length
  return {
    start,
    end,
    text: text.slice(start, end),
    unit: /%|‰|cent/.test(unit) ? 'percent' : unit || money ? 'money' : 'none',
    readings: readDigits(match.groups?.digits ?? '', language).map(({ quantity, tolerance }) => ({
      quantity: (isNegative ? -1 : 1) * quantity * scale,
      tolerance: tolerance * scale,
    })),
    ...readNoun(text.slice(end)),
    bound: (bound?.charAt(0) as '<' | '>' | undefined) ?? null,
    isSigned: !isRange && sign !== undefined,
  }
}

const nouns =
  /^[ \u00a0\u202f](ans?|ann[ée]es?|mois|jours?|years?|months?|days?|enfants?|child(?:ren)?)(?!\p{L})/iu

function readNoun(rest: string): { noun?: string } {
  const noun = nouns
    .exec(rest)?.[1]
    ?.toLowerCase()
    .replace(/^ann[ée]e/, 'an')
    .replace(/s$/, '')
  return noun === undefined ? {} : { noun }
}

/** Digits of any script as ours, one for one, so that places in the text stay. */
function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    if (digit <= '9' || digit.length > 1) return digit
    let zero = digit.charCodeAt(0)
    while (/\p{Nd}/u.test(String.fromCharCode(zero - 1)) && digit.charCodeAt(0) - zero < 9) zero--
    return String(digit.charCodeAt(0) - zero)
  })
}

const fractions =
  /[¼½¾⅐-⅞]|(?<!\p{L})(?:la moiti[ée]|(?:un|deux) tiers|(?:un|trois) quarts?|le (?:double|triple)|half (?:of|the)|(?:one|a|two)[ -]thirds?|(?:a|one|three)[ -]quarters?(?: of)|(?:nine|seven|three)[ -]tenths|twice|(?:double|triple) the)(?!\p{L})/giu

/** Parts and multiples in words or in one sign: no tool gives such, so that none is ever bound. */
function readFractions(text: string): Figure[] {
  return [...text.matchAll(fractions)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    unit: 'none',
    readings: [],
    bound: null,
    isSigned: false,
  }))
}

function readScale(word: string | undefined): number {
  return magnitudes.find(([name]) => word && name.test(word))?.[1] ?? 1
}

/** "1,234" is one and a bit in French and more than a thousand in English: a model may write either. */
function readDigits(written: string, language: Language): FigureReading[] {
  const bare = written.replace(/[ \u00a0\u202f\u2009’']/g, '')
  const marks = bare.match(/[.,]/g) ?? []
  if (marks.length === 0) return [toReading(bare, '')]
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  const asDecimal = toReading(bare.slice(0, last).replace(/[.,]/g, ''), bare.slice(last + 1))
  const mayGroup = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) && new Set(marks).size === 1
  if (!mayGroup) return [asDecimal]
  const asGroups = toReading(bare.replace(/[.,]/g, ''), '')
  if (marks.length > 1) return [asGroups]
  const decimalMark = language === 'fr' ? ',' : '.'
  return bare.charAt(last) === decimalMark ? [asDecimal, asGroups] : [asGroups, asDecimal]
}

function toReading(whole: string, decimals: string): FigureReading {
  return { quantity: Number(`${whole || '0'}.${decimals || '0'}`), tolerance: 0.5 * 10 ** -decimals.length }
}
