import { asc } from 'drizzle-orm'
import { keepUntilChanged } from '../keep-until-changed.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { categories } from '../schema.ts'

/** A category of the data: its code in the features and its name on screens. */
export type StoredCategory = typeof categories.$inferSelect

/** All categories, by source field and then by code. */
export function listCategories(store: FeatureStore): readonly StoredCategory[] {
  return keepUntilChanged(store, 'categories', () =>
    store.orm
      .select()
      .from(categories)
      .orderBy(asc(categories.sourceField), asc(categories.code), asc(categories.category))
      .all(),
  )
}
