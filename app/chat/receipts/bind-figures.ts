import type { Language } from '#core/contracts/language.ts'
import type { Receipt, TurnEvent } from '../conversation.ts'
import { describeValue } from './describe-value.ts'
import { findGoverning, type Governing, type Phrase } from './find-governing.ts'
import type { KnownValue } from './list-known-values.ts'
import { matchesValue } from './match-value.ts'
import { isReserved, letterMeanings, meanings } from './meanings.ts'
import { readFigures } from './read-figures.ts'

type WordEvent = Extract<TurnEvent, { type: 'text' | 'figure' }>

interface Span {
  start: number
  end: number
  receipt: Receipt | null
}

/**
 * Parts one sentence into words and figures, each figure bound to the value that it says. A figure is bound where a
 * value equals it as it is rounded, in its unit, and where the value is what the words round the figure say it is;
 * of several the latest call's. Any other figure has no receipt.
 *
 * @param known Values of all calls so far, the earliest call first.
 */
export function bindFigures(sentence: string, known: readonly KnownValue[], language: Language): WordEvent[] {
  const phrases = findPhrases(sentence, known)
  const names = phrases.filter(({ owner }) => owner !== null)
  const figures = readFigures(sentence, language)
    // Digits of a name, as in "External score 2", are no figure.
    .filter((figure) => !names.some(({ start, end }) => start <= figure.start && figure.end <= end))
  const spans: Span[] = figures.map((figure) => {
    const governing = findGoverning(sentence, figure, phrases)
    const matching = known.filter((value) => matchesValue(figure, value))
    const value = chooseValue(matching, governing, names)
    return { start: figure.start, end: figure.end, receipt: value && toReceipt(value, language) }
  })
  spans.push(...bindLetters(sentence, known, language))
  return cut(
    sentence,
    spans.sort((a, b) => a.start - b.start),
  )
}

function findPhrases(sentence: string, known: readonly KnownValue[]): Phrase[] {
  const lower = sentence.toLowerCase()
  const taken: Phrase[] = []
  const add = (phrase: Phrase) => {
    if (!taken.some(({ start, end }) => phrase.start < end && start < phrase.end)) taken.push(phrase)
  }
  const spaced = toPlainSpaces(lower)
  for (const owner of listOwners(known)) {
    const name = toPlainSpaces(owner.toLowerCase())
    for (let at = spaced.indexOf(name); at >= 0; at = spaced.indexOf(name, at + name.length)) {
      const end = at + name.length
      // "âge" is no part of "dommage".
      if (!/\p{L}/u.test(spaced.charAt(at - 1)) && !/\p{L}/u.test(spaced.charAt(end))) {
        add({ start: at, end, owner, meaning: null })
      }
    }
  }
  for (const meaning of meanings) {
    for (const match of lower.matchAll(meaning.words)) {
      add({ start: match.index, end: match.index + match[0].length, owner: null, meaning })
    }
  }
  return taken
}

/** Names of what has values, the longest first: "External score 2" before "External score". */
function listOwners(known: readonly KnownValue[]): string[] {
  const owners = new Set(known.flatMap(({ owner }) => (owner !== null && owner.length > 2 ? [owner] : [])))
  return [...owners].sort((a, b) => b.length - a.length)
}

function toPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009]/g, ' ')
}

function chooseValue(
  matching: KnownValue[],
  { meaning, owner }: Governing,
  names: Phrase[],
): KnownValue | null {
  const latest = [...matching].reverse()
  const named = new Set(names.map((phrase) => phrase.owner))
  const isNamed = (value: KnownValue) => value.owner !== null && named.has(value.owner)
  const owned =
    owner === null ? latest : latest.filter((value) => value.owner === owner || value.owner === null)
  const fitting = meaning
    ? owned.filter(
        ({ keys, figure }) => meaning.isMeant(keys) || (meaning.mayStandInText && isInSentence(keys, figure)),
      )
    : owned.filter(({ keys }) => !isReserved(keys))
  return fitting.find(isNamed) ?? fitting.find(({ keys }) => keys[0] !== 'input') ?? fitting[0] ?? null
}

/** A figure of a whole sentence of the answer, which says itself what it is. */
function isInSentence(keys: readonly string[], figure: unknown): boolean {
  return figure !== null && keys.at(-1) === 'sentence'
}

function bindLetters(sentence: string, known: readonly KnownValue[], language: Language): Span[] {
  return letterMeanings.flatMap(({ pattern, key }) =>
    [...sentence.matchAll(pattern)].map((match) => {
      const value = known.findLast(
        (candidate) => candidate.value === match[0] && key.test(candidate.keys.at(-1) ?? ''),
      )
      const end = match.index + match[0].length
      return { start: match.index, end, receipt: value ? toReceipt(value, language) : null }
    }),
  )
}

function toReceipt(known: KnownValue, language: Language): Receipt {
  const { callId, path, value } = known
  return { callId, path, value, label: describeValue(known, language) }
}

function cut(sentence: string, spans: Span[]): WordEvent[] {
  const events: WordEvent[] = []
  let from = 0
  for (const { start, end, receipt } of spans) {
    if (start < from) continue
    if (start > from) events.push({ type: 'text', text: sentence.slice(from, start) })
    events.push({ type: 'figure', text: sentence.slice(start, end), receipt })
    from = end
  }
  if (from < sentence.length) events.push({ type: 'text', text: sentence.slice(from) })
  return events
}
