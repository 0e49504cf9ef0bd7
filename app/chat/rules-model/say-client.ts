import type { AnswerContext } from './answer-context.ts'

/** The client as part of a sentence: by number where it is not the one whose page is open. */
export function sayClient(
  { clientId, language, format }: Pick<AnswerContext, 'clientId' | 'language' | 'format'>,
  askedClientId: number,
): string {
  if (askedClientId === clientId) return language === 'fr' ? 'ce client' : 'this client'
  const number = format.clientId(askedClientId)
  return language === 'fr' ? `le client ${number}` : `client ${number}`
}
