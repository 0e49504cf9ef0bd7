import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '#core/contracts/language.ts'
import { en } from './en.ts'
import { fr, type MessageKey } from './fr.ts'
import { typesetFrench } from './typeset-french.ts'

export type MessageValues = Record<string, string | number>

const catalogues: Record<Language, Record<MessageKey, string>> = { fr, en }
export const localeOfLanguage: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

const compiled = new Map<string, IntlMessageFormat>()

function compileMessage(language: Language, key: MessageKey): IntlMessageFormat {
  const cacheKey = `${language} ${key}`
  const known = compiled.get(cacheKey)
  if (known) return known
  const text = catalogues[language][key]
  const message = new IntlMessageFormat(
    language === 'fr' ? typesetFrench(text) : text,
    localeOfLanguage[language],
    undefined,
    { ignoreTag: true },
  )
  compiled.set(cacheKey, message)
  return message
}

/**
 * One message of the catalogue in a language, its placeholders filled.
 * @param values Numbers that choose a plural form; everything else already formatted for the language.
 */
export function formatMessage(language: Language, key: MessageKey, values?: MessageValues): string {
  return String(compileMessage(language, key).format(values))
}
