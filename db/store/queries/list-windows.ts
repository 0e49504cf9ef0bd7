import type { FeatureStore } from '../open-feature-store.ts'
import { findDataset } from './find-dataset.ts'

/** A group of clients that came together; `labelled` is how many have a known outcome. */
export interface StoredWindow {
  name: string
  clients: number
  labelled: number
}

/** The windows of the loaded data set: train, test, then the others by name. */
export function listWindows(store: FeatureStore): StoredWindow[] {
  const windows = findDataset(store)?.windows ?? []
  return windows.map(({ name, clients, labelled }) => ({ name, clients, labelled }))
}
