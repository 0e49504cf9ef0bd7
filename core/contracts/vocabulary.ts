import type { ClientField } from './client-profile.ts'
import type { Language } from './language.ts'

/** What the data's own things are called: known once the store is open, and the same for every question. */
export interface Vocabulary {
  /** Per field, the data's own values and what each is called in each language. */
  categories: Partial<Record<ClientField, Record<string, Record<Language, string>>>>
  /** The features of catalog.yml, those that the model computes included. */
  features: { name: string; theme: string; label: Record<Language, string> }[]
  themes: { theme: string; label: Record<Language, string> }[]
}
