import { asc, eq } from 'drizzle-orm'
import { keepUntilChanged } from '../keep-until-changed.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { features } from '../schema.ts'

/** A feature as the catalogue described it when it was loaded. */
export type StoredFeature = typeof features.$inferSelect

/** The catalogue, in the order in which a client's features are stored. */
export function listFeatures(store: FeatureStore): readonly StoredFeature[] {
  return keepUntilChanged(store, 'features', () =>
    store.orm
      .select()
      .from(features)
      .where(eq(features.computedByModel, false))
      .orderBy(asc(features.position))
      .all(),
  )
}
