import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { listCategories } from '#db/store/queries/list-categories.ts'
import type { ClientField } from '../contracts/client-profile.ts'
import type { Language } from '../contracts/language.ts'

export interface Labels {
  /** Per descriptive field, what each of the data's own values is called, in the data's order. */
  categories: Partial<Record<ClientField, Record<string, string>>>
}

/** Reads the labels of a dataset's categories in one language. */
export function readLabels(store: FeatureStore, language: Language): Labels {
  const categories: Record<string, Record<string, string>> = {}
  for (const { sourceField, category, labelFr, labelEn } of listCategories(store)) {
    const labels = categories[sourceField] ?? {}
    labels[category] = language === 'fr' ? labelFr : labelEn
    categories[sourceField] = labels
  }
  return { categories }
}
