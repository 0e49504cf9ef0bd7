import type { Language } from '#core/contracts/language.ts'

/** The contracts' default language, without the schema library that stands in their file: this one ships to browsers. */
export const fallbackLanguage: Language = 'fr'
