import { asc } from 'drizzle-orm'
import { keepUntilChanged } from '../keep-until-changed.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { datasets, windows } from '../schema.ts'

/** The data set that the store holds, and its windows. */
export type StoredDataset = typeof datasets.$inferSelect & { windows: (typeof windows.$inferSelect)[] }

/** The loaded data set, or null for an empty store. */
export function findDataset(store: FeatureStore): StoredDataset | null {
  return keepUntilChanged(store, 'dataset', () => {
    const dataset = store.orm.select().from(datasets).get()
    if (!dataset) return null
    return { ...dataset, windows: store.orm.select().from(windows).orderBy(asc(windows.position)).all() }
  })
}
