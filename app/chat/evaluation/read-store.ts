import type { ClientField } from '#core/contracts/client-profile.ts'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { findClientProfile } from '#db/store/queries/find-client-profile.ts'
import { listCategories } from '#db/store/queries/list-categories.ts'
import { listFeatures } from '#db/store/queries/list-features.ts'
import { listModelFeatures } from '#db/store/queries/list-model-features.ts'
import type { RequestAmounts } from '../understanding/to-calls.ts'

/** What the data's own things are called, as the store has loaded them. */
export function readVocabulary(store: FeatureStore): Vocabulary {
  const categories: Record<string, Record<string, { fr: string; en: string }>> = {}
  for (const { sourceField, category, labelFr, labelEn } of listCategories(store)) {
    // Under a raw column stand the categories of past applications: nobody filters by those.
    if (sourceField.includes('.')) continue
    categories[sourceField] = { ...categories[sourceField], [category]: { fr: labelFr, en: labelEn } }
  }
  const features = [...listFeatures(store), ...listModelFeatures(store)]
  const themes = new Map(
    features.map(({ theme, themeLabelFr, themeLabelEn }) => [theme, { fr: themeLabelFr, en: themeLabelEn }]),
  )
  return {
    categories: categories as Partial<Record<ClientField, Record<string, { fr: string; en: string }>>>,
    features: features.map(({ name, theme, labelFr, labelEn }) => ({
      name,
      theme,
      label: { fr: labelFr, en: labelEn },
    })),
    themes: [...themes].map(([theme, label]) => ({ theme, label })),
  }
}

/** The request's amounts of a client, as its profile states them; null for an unknown client. */
export function readAmounts(store: FeatureStore, clientId: number): RequestAmounts | null {
  return findClientProfile(store, clientId)
}
