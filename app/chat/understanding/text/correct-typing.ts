import type { Lexicon } from '../lexicon/lexicon.ts'
import { abbreviations, ordinaryWords } from '../words/ordinary-words.ts'
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

/** Puts the word that was meant in place of each that is unknown and lies near one. */
export function correctTyping(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  return tokens.flatMap((token): Token[] => {
    if (token.kind !== 'word') return [token]
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

function findMeant(word: string, { wordsByLength, wordsBySound, words }: Lexicon): string | null {
  const most = tolerate(word.length)
  if (most === 0) return null
  let meant: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const candidate of wordsByLength.get(length) ?? []) {
      const distance = measureTypingDistance(word, candidate, most)
      if (distance > most) continue
      // The first letter is the least often mistyped.
      if (distance > 1 && candidate[0] !== word[0]) continue
      const cost = weighSlip(word, candidate, distance, words)
      if (cost < least) [meant, least] = [candidate, cost]
    }
  }
  const sameSound = wordsBySound.get(soundOut(word))?.[0]
  return sameSound !== undefined && least > 1 ? sameSound : meant
}

/** Of candidates at the same distance: one that sounds alike, a word of ours, one with the same first letter. */
function weighSlip(word: string, candidate: string, distance: number, ours: ReadonlySet<string>): number {
  const soundsAlike = soundOut(word) === soundOut(candidate)
  return (
    distance +
    (candidate[0] === word[0] ? 0 : 0.6) -
    (soundsAlike ? 0.4 : 0) -
    (ours.has(candidate) ? 0.2 : 0)
  )
}

/** Slips that a word of so many letters may hold: in a short word every slip makes another word. */
function tolerate(length: number): number {
  if (length < 4) return 0
  if (length < 8) return 1
  return length < 12 ? 2 : 3
}
