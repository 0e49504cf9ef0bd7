import type { Language } from '#core/contracts/language.ts'
import type { Figure, FigureReading } from './figure.ts'
import { readNumeral } from './read-numeral.ts'

const space = '[ \\u00a0\\u202f\\u2009]'
const digits = `\\d{1,3}(?:${space}\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,’']\\d+)*`
const percentUnit = `${space}?(?:%|‰|pour${space}cents?\\b|per${space}?cent\\b)`
const moneyUnit = `${space}?(?:k${space}?€|M${space}?€|€|EUR\\b|euros?\\b|\\$|USD\\b|dollars?\\b)`
const magnitude = `${space}?(?:milliers?|millions?|milliards?|mille|thousand|billion|k)\\b`
const ordinal = '(?:ᵉʳ|ᵉ|ers?|ère|ème|es|e|st|nd|rd|th)(?![\\p{L}])'
const pattern = new RegExp(
  `(?<bound>[<>]${space}?)?(?<sign>[+−–-])?(?<money>[€$]${space}?)?(?<digits>${digits})(?:${ordinal})?(?<magnitude>${magnitude})?(?:${space}?d[’']${space}?)?(?<unit>${percentUnit}|${moneyUnit})?`,
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
export function readFigures(text: string, language: Language): Figure[] {
  const figures = [...text.matchAll(pattern)]
    .filter((match) => !isPartOfWord(text, match) && !isListNumber(text, match))
    .map((match) => toFigure(text, match, language))
  const inWords = readNumeral(text).filter(
    (numeral) => !figures.some(({ start, end }) => numeral.start < end && start < numeral.end),
  )
  return [...figures, ...inWords].sort((a, b) => a.start - b.start)
}

function isPartOfWord(text: string, match: RegExpExecArray): boolean {
  const start = match.index + (match[0].length - match[0].trimStart().length)
  return /[\p{L}_]/u.test(text.charAt(start - 1)) && !match.groups?.sign
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
    bound: (bound?.charAt(0) as '<' | '>' | undefined) ?? null,
    isSigned: !isRange && sign !== undefined,
  }
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
