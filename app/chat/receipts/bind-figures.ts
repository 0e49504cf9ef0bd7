import type { Language } from '#core/contracts/language.ts'
import type { Receipt, TurnEvent } from '../conversation.ts'
import { describeValue } from './describe-value.ts'
import type { Figure } from './figure.ts'
import { findGoverning, type Governing, type Phrase } from './find-governing.ts'
import type { KnownValue } from './list-known-values.ts'
import { matchesValue } from './match-value.ts'
import {
  isRequested,
  isReserved,
  isSuggested,
  isTried,
  letterMeanings,
  meanings,
  presence,
  supposition,
} from './meanings.ts'
import { readFigures } from './read-figures.ts'

type WordEvent = Extract<TurnEvent, { type: 'text' | 'figure' }>

interface Span {
  start: number
  end: number
  receipt: Receipt | null
}

/** What stands round a sentence. */
export interface SentenceContext {
  language: Language
  /** The line or question before, where it leads on to this sentence; "" where none does. */
  lead?: string
  /** Whether the sentence begins a line. */
  startsLine?: boolean
  /** The client spoken of; null where none is known. */
  clientId?: number | null
}

/**
 * Parts one sentence into words and figures, each figure bound to the value that it says. A figure is bound where a
 * value equals it as it is rounded, in its unit, and where the value is what the words round the figure say it is, of
 * the client who is spoken of; of several the latest call's. Any other figure has no receipt.
 *
 * @param known Values of all calls so far, the earliest call first.
 */
export function bindFigures(
  sentence: string,
  known: readonly KnownValue[],
  { language, lead = '', startsLine = true, clientId = null }: SentenceContext,
): WordEvent[] {
  const phrases = findPhrases(sentence, known)
  const before = findPhrases(lead, known)
  const names = phrases.filter(({ owner }) => owner !== null)
  const figures = readFigures(sentence, language, startsLine)
    // Digits of a name, as in "External score 2", are no figure.
    .filter((figure) => !names.some(({ start, end }) => start <= figure.start && figure.end <= end))
  const possible = known.filter((value) => isPossible(value, sentence, clientId))
  const spans: Span[] = figures.map((figure) => {
    const governing = inherit(findGoverning(sentence, figure, phrases), figure, before)
    const matching = possible.filter((value) => matchesValue(figure, value))
    const value = chooseValue(matching, governing, [...names, ...before])
    return { start: figure.start, end: figure.end, receipt: value && toReceipt(value, language) }
  })
  spans.push(...bindLetters(sentence, possible, language))
  return cut(
    sentence,
    spans.sort((a, b) => a.start - b.start),
  )
}

/** Of the client who is spoken of, and of what could be only in words that say so. */
function isPossible({ keys, clientId }: KnownValue, sentence: string, spokenOf: number | null): boolean {
  const isClientsNumber = keys.at(-1) === 'clientId'
  if (clientId !== null && spokenOf !== null && clientId !== spokenOf && !isClientsNumber) return false
  if (isSuggested(keys) && presence.test(sentence)) return false
  return !(isRequested(keys) || isTried(keys)) || isClientsNumber || supposition.test(sentence)
}

/** Where nothing in the sentence says what a figure is, the line that leads to it may. */
function inherit(governing: Governing, figure: Figure, before: readonly Phrase[]): Governing {
  if (governing.meaning || governing.owner !== null) return governing
  const last = before.findLast(
    ({ meaning }) => meaning === null || (!meaning.isWeak && meaning.maySay(figure)),
  )
  return last ? { meaning: last.meaning, owner: last.owner } : governing
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
  const owned = owner === null ? latest : latest.filter((value) => isOf(value, owner))
  const fitting = meaning
    ? owned.filter(
        ({ keys, figure }) => meaning.isMeant(keys) || (meaning.mayStandInText && isInSentence(keys, figure)),
      )
    : owned.filter(
        (value) => !isReserved(value.keys) && (owner !== null || isNamed(value) || standsAlone(value)),
      )
  return fitting.find(isNamed) ?? fitting.find(({ keys }) => !isRequested(keys)) ?? fitting[0] ?? null
}

/** What was asked for goes by the names of the application's fields, which no answer repeats beside it. */
function isOf(value: KnownValue, owner: string): boolean {
  return (
    value.owner === owner || (value.owner === null && (isRequested(value.keys) || value.unit === 'money'))
  )
}

/** A client's description is told in words of one's own: "three children". */
const profileReader = 'readResource'

/** Whether a value may be said without the name of what it belongs to: a figure of a sentence, or of no feature. */
function standsAlone({ owner, keys, figure, tool }: KnownValue): boolean {
  return owner === null || figure !== null || keys.length <= 2 || tool === profileReader
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
