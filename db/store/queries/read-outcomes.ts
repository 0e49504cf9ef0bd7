import { readArray } from '../client-columns.ts'
import { keepUntilChanged } from '../keep-until-changed.ts'
import type { FeatureStore } from '../open-feature-store.ts'

/** How each client's credit went, in the order of ids: 1 payment difficulties, 0 none, -1 not known. */
export function readOutcomes(store: FeatureStore): Int8Array {
  return keepUntilChanged(store, 'outcomes', () => readArray(store, 'outcome', Int8Array))
}
