import type { FeatureStore } from './open-feature-store.ts'

/**
 * What `make` gave the first time it was asked for under this key: a prepared statement, for instance. It is kept with
 * the store, and gone when that is closed.
 */
export function keepPerStore<Kept>({ kept }: FeatureStore, key: string, make: () => Kept): Kept {
  if (!kept.has(key)) kept.set(key, make())
  return kept.get(key) as Kept
}
