import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import { soundOut } from '../text/sound-out.ts'
import { collectives, fractions, multipliers, smallNumbers } from '../words/number-words.ts'
import { ordinaryWords } from '../words/ordinary-words.ts'
import { listPhrases, listWrittenWords } from './list-phrases.ts'
import type { Phrase } from './phrase.ts'

export interface Lexicon {
  /** Phrases by each form of their first word. */
  phrasesByFirstWord: ReadonlyMap<string, readonly Phrase[]>
  /** Every form of every word of the phrases. */
  words: ReadonlySet<string>
  /** Those that are written out in the tables and labels: likelier meant than a form made by an ending. */
  writtenWords: ReadonlySet<string>
  /** The same by length and first letter, and by length and second: where slips of the keyboard are looked for. */
  wordsByStart: ReadonlyMap<string, readonly string[]>
  wordsBySecond: ReadonlyMap<string, readonly string[]>
  wordsBySound: ReadonlyMap<string, readonly string[]>
}

const lexicons = new WeakMap<Vocabulary, Lexicon>()

/** The lexicon of a vocabulary, made once. */
export function getLexicon(vocabulary: Vocabulary): Lexicon {
  const known = lexicons.get(vocabulary)
  if (known) return known
  const lexicon = createLexicon(listPhrases(vocabulary), listWrittenWords(vocabulary))
  lexicons.set(vocabulary, lexicon)
  return lexicon
}

function createLexicon(phrases: readonly Phrase[], writtenWords: ReadonlySet<string>): Lexicon {
  const usable = phrases.filter(({ words }) => words.length > 0)
  const firstWords = usable.flatMap((phrase) =>
    (phrase.words[0] as string[]).map((form) => [form, phrase] as const),
  )
  const words = new Set(usable.flatMap(({ words }) => words.flat()))
  const numbers = [smallNumbers, multipliers, fractions, collectives].flatMap((table) => Object.keys(table))
  const correctable = [...new Set([...words, ...numbers, ...ordinaryWords])].filter((word) => word.length > 2)
  return {
    phrasesByFirstWord: groupBy(
      firstWords,
      ([form]) => form,
      ([, phrase]) => phrase,
    ),
    words: new Set([...words, ...numbers]),
    writtenWords,
    wordsByStart: groupBy(
      correctable,
      (word) => `${word.length}${word[0]}`,
      (word) => word,
    ),
    wordsBySecond: groupBy(
      correctable,
      (word) => `${word.length}${word[1]}`,
      (word) => word,
    ),
    wordsBySound: groupBy(correctable, soundOut, (word) => word),
  }
}

function groupBy<Item, Key, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  toValue: (item: Item) => Value,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(toValue(item))
    else groups.set(keyOf(item), [toValue(item)])
  }
  return groups
}
