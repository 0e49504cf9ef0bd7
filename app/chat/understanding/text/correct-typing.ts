import type { Lexicon } from '../lexicon/lexicon.ts'
import { abbreviations, commonWords, ordinaryWords } from '../words/ordinary-words.ts'
import { measureTypingDistance } from './measure-typing-distance.ts'
import { soundOut } from './sound-out.ts'
import type { Token } from './token.ts'

/** An elided word typed without its apostrophe: "lage", "davis". */
const gluedElision = /^(?<elided>qu|[ldjnsmtc])(?<rest>[aeiouyh]\p{L}{2,})$/u
const elided: Readonly<Record<string, string>> = {
  qu: 'que',
  l: 'le',
  d: 'de',
  j: 'je',
  n: 'ne',
  s: 'se',
  m: 'me',
  t: 'te',
  c: 'ce',
}
const longestWord = 30
const mostCorrected = 25

/** Puts the word that was meant in place of each that is unknown and lies near one. */
export function correctTyping(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  let corrected = 0
  return tokens.flatMap((token): Token[] => {
    if (token.kind !== 'word') return [token]
    if (!isKnown(token.text, lexicon)) corrected += 1
    // So many are no slips: it is another language, or none.
    if (corrected > mostCorrected) return [token]
    return correctWord(token.text, lexicon).map((text) => ({ kind: 'word' as const, text }))
  })
}

function correctWord(word: string, lexicon: Lexicon): string[] {
  const abbreviated = Object.hasOwn(abbreviations, word) ? abbreviations[word] : undefined
  if (abbreviated !== undefined) return [abbreviated]
  if (isKnown(word, lexicon) || word.length > longestWord) return [word]
  const glued = gluedElision.exec(word)?.groups
  if (glued?.rest && lexicon.words.has(glued.rest))
    return [elided[glued.elided as string] as string, glued.rest]
  return [findMeant(word, lexicon) ?? word]
}

function isKnown(word: string, lexicon: Lexicon): boolean {
  return lexicon.words.has(word) || ordinaryWords.has(word)
}

function findMeant(word: string, lexicon: Lexicon): string | null {
  const most = tolerate(word.length)
  if (most === 0) return null
  let meant: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const candidate of listCandidates(word, most, lexicon)) {
    const distance = measureTypingDistance(word, candidate, most)
    if (distance > most) continue
    const cost = distance + weighUnlikelihood(word, candidate, lexicon)
    if (cost < least) [meant, least] = [candidate, cost]
  }
  const sameSound = lexicon.wordsBySound.get(soundOut(word))?.[0]
  return sameSound !== undefined && least > 1 ? sameSound : meant
}

/**
 * Words about as long that start alike: with the same letter (the least often mistyped), or with the first two swapped or
 * one of them left out.
 */
function* listCandidates(
  word: string,
  most: number,
  { wordsByStart, wordsBySecond }: Lexicon,
): Iterable<string> {
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    yield* wordsByStart.get(`${length}${word[0]}`) ?? []
    if (word[1] !== word[0]) yield* wordsByStart.get(`${length}${word[1]}`) ?? []
    yield* wordsBySecond.get(`${length}${word[0]}`) ?? []
  }
}

/** How unlikely a word is to be meant, beside others at the same distance: at most nearly one slip more. */
function weighUnlikelihood(word: string, candidate: string, { words, writtenWords }: Lexicon): number {
  const otherStart = candidate[0] === word[0] ? 0 : 0.6
  const otherSound = soundOut(word) === soundOut(candidate) ? 0 : 0.4
  const rarity = commonWords.has(candidate)
    ? 0
    : writtenWords.has(candidate)
      ? 0.3
      : words.has(candidate)
        ? 0.5
        : 0.55
  const swapped = [...word].sort().join('') === [...candidate].sort().join('') ? 0 : 0.3
  return otherStart + otherSound + rarity + swapped - 0.7
}

/** Slips that a word of so many letters may hold: in a short word every slip makes another word. */
function tolerate(length: number): number {
  if (length < 4) return 0
  if (length < 8) return 1
  return length < 12 ? 2 : 3
}
