import { keepPerStore } from './keep-per-store.ts'
import type { FeatureStore } from './open-feature-store.ts'

/** Runs a query of several reads on one snapshot of the store, should a load commit meanwhile. */
export function readSnapshot<Answer>(store: FeatureStore, query: () => Answer): Answer {
  // A store that is a snapshot already stays as it is: each score would pay for a savepoint.
  if (store.database.inTransaction) return query()
  const pin = keepPerStore(store, 'pin-snapshot', () => store.database.prepare('select 1 from datasets'))
  return store.database.transaction(() => {
    // Pins the snapshot before anything kept is compared with it.
    pin.get()
    return query()
  })()
}
