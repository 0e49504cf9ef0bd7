import { readArray } from '../client-columns.ts'
import type { FeatureStore } from '../open-feature-store.ts'

/**
 * A feature of all clients in the order of their ids, NaN for null. Read afresh, in about a millisecond for
 * 300,000 clients: the array is the caller's own.
 *
 * @throws Error for a feature that is not among `listFeatures`.
 */
export function readFeatureColumn(store: FeatureStore, featureName: string): Float32Array {
  return readArray(store, `feature:${featureName}`, Float32Array)
}
