import type { FeatureStore } from './open-feature-store.ts'

/** Runs a query of several reads on one snapshot of the store, should a load commit meanwhile. */
export function readSnapshot<Answer>(store: FeatureStore, query: () => Answer): Answer {
  return store.database.transaction(() => {
    // Pins the snapshot before anything kept is compared with it.
    store.database.prepare('select 1 from datasets').get()
    return query()
  })()
}
