import type { Figure } from './figure.ts'
import type { Meaning } from './meanings.ts'

/** Words of a sentence that say what a figure by them is: a quantity, or the name of what has it. */
export interface Phrase {
  start: number
  end: number
  owner: string | null
  meaning: Meaning | null
}

/** What the words round a figure say of it. */
export interface Governing {
  meaning: Meaning | null
  owner: string | null
}

/** As many characters further away: a figure rarely belongs to words beyond a comma. */
const separation = 40
const separators = /,(?!\d)|[;()—]| (?:et|and|mais|but|contre|against|tandis|while) /g
/** Words that far away say nothing of a figure. */
const reach = 160
/** Words that follow a figure this closely belong to it, whatever stands before. */
const closeBehind = 5
/** Words that may mean several things count only where no others are about. */
const weakness = 60

interface Candidate {
  phrase: Phrase
  distance: number
  isBefore: boolean
}

/**
 * What the nearest words say of a figure, where each sign of separation in between counts as a distance. Where a name
 * is nearest, as in "the median of External score 2 is 0.26", words of the same clause say which of its quantities.
 */
export function findGoverning(sentence: string, figure: Figure, phrases: readonly Phrase[]): Governing {
  const candidates = phrases
    .filter(({ meaning }) => meaning === null || meaning.maySay(figure))
    .map((phrase) => measure(sentence, figure, phrase))
    .filter(({ distance }) => distance < reach)
    .sort((a, b) => a.distance - b.distance)
  const nearest = candidates[0]?.phrase
  if (!nearest) return { meaning: null, owner: null }
  if (nearest.meaning) return { meaning: nearest.meaning, owner: null }
  const within = candidates.find(
    ({ phrase, distance, isBefore }) => phrase.meaning && distance < (isBefore ? separation : closeBehind),
  )
  return { meaning: within?.phrase.meaning ?? null, owner: nearest.owner }
}

function measure(sentence: string, figure: Figure, phrase: Phrase): Candidate {
  const isBefore = phrase.end <= figure.start
  const between = isBefore
    ? sentence.slice(phrase.end, figure.start)
    : sentence.slice(figure.end, phrase.start)
  const separated = separation * (between.match(separators)?.length ?? 0)
  // At the same distance those before the figure win.
  const distance = between.length + separated + (phrase.meaning?.isWeak ? weakness : 0) + (isBefore ? 0 : 0.5)
  return { phrase, distance, isBefore }
}
