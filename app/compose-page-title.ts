import type { Language } from '#core/contracts/language.ts'
import { fallbackLanguage } from './fallback-language.ts'
import { formatMessage } from './messages/format-message.ts'
import { chooseErrorWords } from './panels/choose-error-words.ts'
import { readPageProblem } from './panels/read-page-problem.ts'

interface RouteMatch {
  id: string
  data?: unknown
}

/** The language that the root loader answered; a `meta` function has no context to read it from. */
export function findPageLanguage(matches: readonly RouteMatch[]): Language {
  const data = matches.find((match) => match.id === 'root')?.data
  if (typeof data !== 'object' || data === null || !('language' in data)) return fallbackLanguage
  return data.language === 'en' ? 'en' : fallbackLanguage
}

/** The document's title for a page's name. */
export function composePageTitle(language: Language, page: string): string {
  return formatMessage(language, 'page.title', { page })
}

/** The document's title for the page of an error. */
export function composeErrorTitle(language: Language, error: unknown): string {
  return composePageTitle(language, formatMessage(language, chooseErrorWords(readPageProblem(error)).title))
}
