import { asc, eq } from 'drizzle-orm'
import { keepUntilChanged } from '../keep-until-changed.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { features } from '../schema.ts'
import type { StoredFeature } from './list-features.ts'

/** The features that a model may compute itself, as the catalogue described them: no client's blob holds them. */
export function listModelFeatures(store: FeatureStore): readonly StoredFeature[] {
  return keepUntilChanged(store, 'model-features', () =>
    store.orm
      .select()
      .from(features)
      .where(eq(features.computedByModel, true))
      .orderBy(asc(features.position))
      .all(),
  )
}
