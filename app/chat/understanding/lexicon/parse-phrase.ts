import { normaliseText } from '../text/normalise-text.ts'
import { inflections } from './inflections.ts'

/** How a phrase is written in the tables, against how the tokeniser writes a question. */
const asTokenised: Readonly<Record<string, string>> = {
  qu: 'que',
  d: 'de',
  j: 'je',
  s: 'se',
  c: 'ce',
  du: 'de',
  des: 'de',
  au: 'a',
  aux: 'a',
  quelle: 'quel',
  quels: 'quel',
  quelles: 'quel',
}

/** Left out wherever they stand in a phrase: a question may hold them or not. */
const skipped: ReadonlySet<string> = new Set(['l', 'le', 'la', 'les', 'the'])

/**
 * Reads a phrase of the tables: words by spaces, alternatives by `|`, `*` for every inflected form, `=`
 * for a word that is to stand there itself. A plain word of four
 * letters and more stands for its plural too.
 */
export function parsePhrase(written: string): string[][] {
  return written
    .split(' ')
    .map((word) => [...new Set(word.split('|').flatMap(expandWord))])
    .filter((forms) => forms.length > 0)
}

function expandWord(word: string): string[] {
  if (word.startsWith('=')) return [word.slice(1)]
  if (skipped.has(word)) return []
  const form = asTokenised[word] ?? normaliseText(word)
  if (form.endsWith('*')) return inflections.map((ending) => form.slice(0, -1) + ending)
  return form.length >= 4 && !/[sxz]$/.test(form) ? [form, `${form}s`] : [form]
}
