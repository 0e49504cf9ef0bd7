import type { FeatureStore } from './open-feature-store.ts'

const kept = new WeakMap<FeatureStore, Map<string, unknown>>()

/** What `make` gave the first time it was asked for under this key: a prepared statement, for instance. */
export function keepPerStore<Kept>(store: FeatureStore, key: string, make: () => Kept): Kept {
  let entries = kept.get(store)
  if (!entries) {
    entries = new Map()
    kept.set(store, entries)
  }
  if (!entries.has(key)) entries.set(key, make())
  return entries.get(key) as Kept
}
