import { smallNumbers } from '../understanding/words/number-words.ts'
import type { Figure, FigureUnit } from './figure.ts'

// "a" and "an" are left out: "il a deux fois" counts two.
const small: Readonly<Record<string, number>> = { ...smallNumbers, un: 1, une: 1, one: 1 }
const hundreds = new Set(['cent', 'cents', 'hundred'])
const thousands = new Set(['mille', 'thousand'])
/** Words of the longest number worth reading: what runs on is no number. */
const longestNumber = 12
const millions = new Set(['million', 'millions'])
const joins = new Set(['et', 'and'])

const units: readonly (readonly [RegExp, FigureUnit])[] = [
  [/^\s(?:pour\s?cents?|per\s?cent)(?!\p{L})/iu, 'percent'],
  [/^\s?%/u, 'percent'],
  [/^\s(?:d[’'])?(?:euros?|dollars?)(?!\p{L})/iu, 'money'],
  [/^\s(?:points?|fois|times|ans?|ann[ée]es?|mois|years?|months?|enfants?|children)(?!\p{L})/iu, 'none'],
]
const wordPattern = /\p{L}+/gu

/**
 * Figures written in words, French or English, where a unit follows that makes them a figure ("douze pour cent",
 * "twenty thousand euros"), and shares ("un client sur dix", "one in ten").
 */
export function readNumeral(text: string): Figure[] {
  const words = [...text.matchAll(wordPattern)].map((match) => ({
    word: match[0].toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const figures: Figure[] = []
  for (let first = 0; first < words.length; first++) {
    let last = first
    while (
      last < words.length &&
      last - first < longestNumber &&
      isNumberWord(words[last]?.word) &&
      (last === first || isJoined(text, words, last))
    )
      last++
    // "pour cent" and "per cent" end a number with a word that is one itself.
    for (let end = last; end > first; end--) {
      const figure = readUnit(text, words.slice(first, end))
      if (!figure) continue
      figures.push(figure)
      first = end - 1
      break
    }
  }
  return figures
}

type Word = { word: string; start: number; end: number }

function isNumberWord(word: string | undefined): boolean {
  return (
    word !== undefined &&
    (Object.hasOwn(small, word) ||
      hundreds.has(word) ||
      thousands.has(word) ||
      millions.has(word) ||
      joins.has(word))
  )
}

function isJoined(text: string, words: Word[], index: number): boolean {
  return /^[\s-]{1,2}$/.test(text.slice(words[index - 1]?.end, words[index]?.start))
}

function readUnit(text: string, words: Word[]): Figure | null {
  const [head] = words
  const tail = words.at(-1)
  if (!head || !tail || joins.has(head.word) || joins.has(tail.word)) return null
  const quantity = sumWords(words.map(({ word }) => word))
  const rest = text.slice(tail.end)
  for (const [pattern, unit] of units) {
    const match = pattern.exec(rest)
    // "un an" is as much an article as a number.
    if (match && quantity === 1 && unit === 'none') return null
    if (match) return toFigure(text, { start: head.start, end: tail.end + match[0].length, quantity, unit })
  }
  const share = /^(?:\s\p{L}+)?\s(?:sur|in|out of)\s(\p{L}+)/iu.exec(rest)
  const whole = share?.[1]
    ? share[1].toLowerCase() === 'cent'
      ? 100
      : small[share[1].toLowerCase()]
    : undefined
  if (!share || !whole || whole < 2) return null
  const percent = (100 * quantity) / whole
  return toFigure(text, {
    start: head.start,
    end: tail.end + share[0].length,
    quantity: percent,
    unit: 'percent',
  })
}

function toFigure(
  text: string,
  { start, end, quantity, unit }: { start: number; end: number; quantity: number; unit: FigureUnit },
): Figure {
  const readings = [{ quantity, tolerance: 0.5 }]
  return { start, end, text: text.slice(start, end), unit, readings, bound: null, isSigned: false }
}

function sumWords(words: string[]): number {
  let total = 0
  let group = 0
  for (const word of words) {
    if (millions.has(word)) {
      total = (total + (group || 1)) * 1_000_000
      group = 0
    } else if (thousands.has(word)) {
      total += (group || 1) * 1000
      group = 0
    } else if (hundreds.has(word)) group = (group || 1) * 100
    // "quatre-vingts"
    else if (small[word] === 20 && group % 100 === 4) group += 76
    else group += small[word] ?? 0
  }
  return total + group
}
