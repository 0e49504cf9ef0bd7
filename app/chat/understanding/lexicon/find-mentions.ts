import type { Token } from '../text/token.ts'
import type { Cue } from '../words/cue-words.ts'
import { fillers } from '../words/ordinary-words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Concept, Phrase } from './phrase.ts'

/** A phrase found in a question: tokens `from` up to `to`, the last left out. */
export interface Mention {
  from: number
  to: number
  concept: Concept
}

/** Articles, pronouns and marks passed over between two words of a phrase. */
const mostSkipped = 3

/**
 * Finds what a question speaks of. Of the fields, categories, features and the like that overlap the longest counts;
 * cues and terms may overlap them, but none is read into a longer name ("score" is none in "score externe 2").
 */
export function findMentions(tokens: readonly Token[], lexicon: Lexicon): Mention[] {
  const found = tokens.flatMap((token, from) => {
    const phrases = lexicon.phrasesByFirstWord.get(token.text) ?? []
    return phrases.flatMap((phrase) => {
      const to = matchPhrase(tokens, from, phrase)
      return to === null ? [] : [{ from, to, concept: phrase.concept }]
    })
  })
  const whole = keepLongest(found.filter(({ concept }) => concept.kind !== 'cue' && concept.kind !== 'term'))
  const names = [...whole, ...continueNames(tokens, whole)]
  const isFree = (mention: Mention) => !names.some((name) => isInside(mention, name))
  const terms = keepLongest(found.filter(({ concept }) => concept.kind === 'term').filter(isFree))
  const cues = keepOnePerCue(found.filter(({ concept }) => concept.kind === 'cue').filter(isFree))
  return [...names, ...terms, ...cues].sort((one, other) => one.from - other.from || other.to - one.to)
}

const numbered = /^(?<stem>externalScore)[123]$/
const joints: ReadonlySet<string> = new Set(['et', 'and', 'ou', 'or', ','])

/** "Scores externes 2 et 3": the second number names another. */
function continueNames(tokens: readonly Token[], names: readonly Mention[]): Mention[] {
  return names.flatMap(({ concept, to }) => {
    const number = tokens[to + 1]?.text ?? ''
    if (concept.kind !== 'field' || !numbered.test(concept.field)) return []
    if (!joints.has(tokens[to]?.text ?? '') || !/^[123]$/.test(number)) return []
    const field = `externalScore${number}` as typeof concept.field
    return [{ from: to + 1, to: to + 2, concept: { kind: 'field' as const, field } }]
  })
}

function matchPhrase(tokens: readonly Token[], from: number, { words }: Phrase): number | null {
  let index = from
  for (const forms of words) {
    let skipped = 0
    while (!forms.includes(tokens[index]?.text ?? '')) {
      if (index === from || skipped === mostSkipped || !canBeSkipped(tokens[index])) return null
      skipped += 1
      index += 1
    }
    index += 1
  }
  return index
}

/** Small words, and marks within a name: "encours moyen de carte (3 mois)". */
function canBeSkipped(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'mark' || fillers.has(token.text))
}

function keepLongest(mentions: readonly Mention[]): Mention[] {
  const byLength = [...mentions].sort(
    (one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from,
  )
  const kept: Mention[] = []
  for (const mention of byLength) {
    const rivals = kept.filter((other) => mention.from < other.to && other.from < mention.to)
    // What two readings share word for word ("le crédit": the field, the category) is left to the question.
    const isSameSpan = rivals.every(({ from, to }) => from === mention.from && to === mention.to)
    if (isSameSpan && !kept.some((other) => isSameMention(other, mention))) kept.push(mention)
  }
  return kept
}

function isSameMention(one: Mention, other: Mention): boolean {
  return one.from === other.from && JSON.stringify(one.concept) === JSON.stringify(other.concept)
}

function isInside(inner: { from: number; to: number }, outer: Mention): boolean {
  const isShorter = inner.to - inner.from < outer.to - outer.from
  return isShorter && inner.from >= outer.from && inner.to <= outer.to
}

function keepOnePerCue(mentions: readonly Mention[]): Mention[] {
  const kept = new Map<string, Mention>()
  for (const mention of mentions) {
    const key = `${(mention.concept as { cue: Cue }).cue} ${mention.from}`
    const before = kept.get(key)
    if (!before || before.to < mention.to) kept.set(key, mention)
  }
  return [...kept.values()]
}
