import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '#core/contracts/language.ts'
import { createMessages } from '../components/create-messages.ts'
import { MessagesContext } from '../components/use-messages.ts'

/** Renders a component to HTML in a language, as the server does. */
export function renderPagePart(language: Language, part: ReactNode): string {
  const messages = createMessages({ language, currency: 'EUR', timeZone: 'Europe/Paris' })
  return renderToStaticMarkup(<MessagesContext.Provider value={messages}>{part}</MessagesContext.Provider>)
}
