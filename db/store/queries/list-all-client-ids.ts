import { readClientIds } from '../client-columns.ts'
import type { FeatureStore } from '../open-feature-store.ts'

/** Ids of all clients, rising. */
export function listAllClientIds(store: FeatureStore): number[] {
  return [...readClientIds(store)]
}
