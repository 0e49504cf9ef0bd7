import type { Language } from '#core/contracts/language.ts'
import { languageWords } from '../words/language-words.ts'
import type { Token } from './token.ts'

/**
 * The language that a question is clearly in; null where its words belong to both ("score?", "drift") or are mixed.
 *
 * @param tokens As typed: a corrected word may be the other language's.
 */
export function detectLanguage(tokens: readonly Token[]): Language | null {
  const words = new Set(tokens.flatMap(({ kind, text }) => (kind === 'word' ? [text] : [])))
  const count = (language: Language) => [...words].filter((word) => languageWords[language].has(word)).length
  const [french, english] = [count('fr'), count('en')]
  // A word or two of the other language may be quoted: "que veut dire default ?".
  if (french >= 2 * english && french > english) return 'fr'
  return english >= 2 * french && english > french ? 'en' : null
}
