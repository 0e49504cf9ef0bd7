import type { ClientFilters } from '#core/contracts/client-filters.ts'
import type { ClientField } from '#core/contracts/client-profile.ts'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import type { Term } from '../reading.ts'
import { tokenise } from '../text/tokenise.ts'
import { categoryPhrases } from '../words/category-words.ts'
import { type Cue, cuePhrases } from '../words/cue-words.ts'
import { plainEmployers, plainEmployerValues } from '../words/employer-words.ts'
import { featurePhrases, themePhrases } from '../words/feature-words.ts'
import { type Field, fieldPhrases } from '../words/field-words.ts'
import { groupPhrases } from '../words/group-words.ts'
import { termPhrases } from '../words/term-words.ts'
import { parsePhrase } from './parse-phrase.ts'
import type { Concept, Phrase } from './phrase.ts'

/** All phrases that are understood: the tables' and the labels of the data's own things. */
export function listPhrases(vocabulary: Vocabulary): Phrase[] {
  return [
    ...listTable<Cue>(cuePhrases, (cue) => ({ kind: 'cue', cue })),
    ...listTable<Field>(fieldPhrases, (field) => ({ kind: 'field', field })),
    ...listTable<Term>(termPhrases, (term) => ({ kind: 'term', term })),
    ...Object.values(groupPhrases).flatMap(({ filters, phrases }) =>
      listTable({ group: phrases }, () => ({ kind: 'group', filters: filters as ClientFilters })),
    ),
    ...listCategories(vocabulary),
    ...listFeatures(vocabulary),
  ]
}

function listTable<Name extends string>(
  table: Readonly<Record<Name, readonly string[]>>,
  concept: (name: Name) => Concept,
): Phrase[] {
  return Object.entries<readonly string[]>(table).flatMap(([name, phrases]) =>
    phrases.map((phrase) => ({ words: parsePhrase(phrase), concept: concept(name as Name) })),
  )
}

function listCategories({ categories }: Vocabulary): Phrase[] {
  return Object.entries(categories).flatMap(([name, labels]) => {
    const field = name as ClientField
    const known = Object.keys(labels)
    const own = known.flatMap((value) => {
      const said = [value, labels[value]?.fr ?? value, labels[value]?.en ?? value].flatMap(listAlternatives)
      return said.map((label) => toCategory(field, [value], parseLabel(label))).filter(isTelling)
    })
    const others = Object.entries(categoryPhrases[field] ?? {}).flatMap(([value, phrases]) => {
      // "Trade" stands for "Trade: type 1" to "Trade: type 7".
      const values = known.filter(
        (other) => other === value || new RegExp(`^${value}(:| Type) `, 'i').test(other),
      )
      return values.length === 0
        ? []
        : phrases.map((phrase) => toCategory(field, values, parsePhrase(phrase)))
    })
    return [...own, ...others]
  })
}

/** "Autre" alone names nobody. */
function isTelling({ words }: Phrase): boolean {
  return !(words.length === 1 && words[0]?.some((form) => form === 'autre' || form === 'other'))
}

function toCategory(field: ClientField, values: string[], words: string[][]): Phrase {
  const isPlain =
    values.some((value) => plainEmployerValues.has(value)) ||
    (words.length === 1 && words[0]?.some((form) => plainEmployers.has(form)))
  const hasType = words.some(([form = '']) => /^\d+$/.test(form))
  const needsSector = field === 'organizationType' && !isPlain && !hasType
  return { words, concept: { kind: 'category', field, values, needsSector } }
}

/** "Veuf ou veuve" is said as a whole, and by either. */
function listAlternatives(label: string): string[] {
  const parts = label.split(/ (?:ou|or) /)
  return parts.length === 2 && parts.every((part) => !part.includes(' ')) ? [label, ...parts] : [label]
}

function parseLabel(label: string): string[][] {
  return tokenise(label).flatMap((token) => (token.kind === 'mark' ? [] : parsePhrase(token.text)))
}

function listFeatures({ features, themes }: Vocabulary): Phrase[] {
  const named = new Set(features.map(({ name }) => name))
  const labels = features.flatMap(({ name, label }) =>
    [label.fr, label.en, name.replaceAll('_', ' ')].map(
      (said): Phrase => ({
        words: parseLabel(said),
        concept: { kind: 'feature', feature: name },
      }),
    ),
  )
  const others = Object.entries(featurePhrases).flatMap(([feature, phrases]) =>
    named.has(feature)
      ? phrases.map(
          (phrase): Phrase => ({ words: parsePhrase(phrase), concept: { kind: 'feature', feature } }),
        )
      : [],
  )
  const ofThemes = themes.flatMap(({ theme, label }) =>
    [...[label.fr, label.en].map(parseLabel), ...(themePhrases[theme] ?? []).map(parsePhrase)].map(
      (words): Phrase => ({ words, concept: { kind: 'theme', theme } }),
    ),
  )
  return [...labels, ...others, ...ofThemes]
}

/** The words of the phrases as they are written out: forms made by an ending of `*` left out. */
export function listWrittenWords(vocabulary: Vocabulary): Set<string> {
  const tables = [
    cuePhrases,
    fieldPhrases,
    termPhrases,
    featurePhrases,
    themePhrases,
    ...Object.values(categoryPhrases),
    ...Object.values(groupPhrases).map(({ phrases }) => ({ phrases })),
  ]
  const phrases = tables.flatMap((table) => Object.values<readonly string[]>(table).flat())
  const words = phrases.flatMap((phrase) => phrase.split(/[ |]/)).filter((word) => !word.endsWith('*'))
  const labelled = [...listCategories(vocabulary), ...listFeatures(vocabulary)].flatMap(
    (phrase) => phrase.words,
  )
  return new Set([
    ...words,
    ...words.flatMap((word) => parsePhrase(word).flat()),
    ...labelled.map(([form = '']) => form),
  ])
}
