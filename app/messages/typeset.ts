import type { Language } from '#core/contracts/language.ts'
import { typesetFrench } from './typeset-french.ts'

/** A sentence of the core with the typography of a page: no line of French begins with a colon. */
export function typeset(language: Language, sentence: string): string {
  return language === 'fr' ? typesetFrench(sentence) : sentence
}
