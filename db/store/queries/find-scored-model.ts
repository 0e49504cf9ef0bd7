import { isNotNull } from 'drizzle-orm'
import { keepUntilChanged } from '../keep-until-changed.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { modelVersions } from '../schema.ts'

/** A model that has scored clients here. */
export type StoredModel = typeof modelVersions.$inferSelect

/** The model whose scores of all clients the store holds, or null when none has scored since the load. */
export function findScoredModel(store: FeatureStore): StoredModel | null {
  return keepUntilChanged(
    store,
    'scored-model',
    () => store.orm.select().from(modelVersions).where(isNotNull(modelVersions.scoredAt)).get() ?? null,
  )
}
