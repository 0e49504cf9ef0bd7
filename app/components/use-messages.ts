import { createContext, useContext } from 'react'
import type { Language } from '#core/contracts/language.ts'
import type { Formatters } from '../format/create-formatters.ts'
import type { MessageValues } from '../messages/format-message.ts'
import type { MessageKey } from '../messages/fr.ts'

export interface Messages {
  language: Language
  /** A message of the catalogue in the page's language. */
  t(key: MessageKey, values?: MessageValues): string
  format: Formatters
}

export const MessagesContext = createContext<Messages | null>(null)

/** The page's language: its messages and its formats. */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext)
  if (!messages) throw new Error('useMessages works inside the root layout only.')
  return messages
}
