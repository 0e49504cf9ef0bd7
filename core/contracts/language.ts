import { z } from 'zod'

/** Languages every sentence, label and number format exists in. French is the advisors' own. */
export const languageSchema = z.enum(['fr', 'en'])
export type Language = z.infer<typeof languageSchema>
export const defaultLanguage: Language = 'fr'
