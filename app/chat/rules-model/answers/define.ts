import type { Intent } from '../../understanding/reading.ts'
import type { AnswerContext } from '../answer-context.ts'
import { definitions } from './definitions.ts'

/** What a word means here. */
export function composeDefine(
  { term }: Extract<Intent, { kind: 'define' }>,
  { language }: AnswerContext,
): string {
  const { name, meaning } = definitions[term][language]
  return `**${name}**${language === 'fr' ? ' : ' : ': '}${meaning}`
}
