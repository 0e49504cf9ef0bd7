import type { FeatureStore } from '../open-feature-store.ts'
import { findDataset } from './find-dataset.ts'

/** Clients in all windows. */
export function countClients(store: FeatureStore): number {
  return findDataset(store)?.clientCount ?? 0
}
