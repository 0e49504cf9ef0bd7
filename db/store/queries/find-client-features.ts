import { keepPerStore } from '../keep-per-store.ts'
import type { FeatureStore } from '../open-feature-store.ts'

/**
 * A client's stored features in the catalogue's order (`listFeatures`), NaN for null; null for an unknown
 * client. The array is the caller's own.
 */
export function findClientFeatures(store: FeatureStore, clientId: number): Float32Array | null {
  // Raw SQL: every score begins here, and Drizzle's row mapping would be half of its time.
  const find = keepPerStore(store, 'find-client-features', () =>
    store.database
      .prepare<[number], Buffer>('select feature_values from client_features where client_id = ?')
      .pluck(),
  )
  const blob = find.get(clientId)
  if (!blob) return null
  if (blob.byteOffset % 4 === 0) return new Float32Array(blob.buffer, blob.byteOffset, blob.byteLength / 4)
  return new Float32Array(new Uint8Array(blob).buffer)
}
