import { keepPerStore } from '../keep-per-store.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { listFeatures } from './list-features.ts'

/** Features of some clients, row after row: client `i` has those from `i × featureCount`. */
export interface FeatureBatch {
  clientIds: number[]
  features: Float32Array
}

/**
 * All clients in the order of their ids, `batchSize` at a time. Other statements may run between batches;
 * `saveClientScores` refuses what was computed across a load.
 */
export function* readFeaturesInBatches(store: FeatureStore, batchSize: number): Generator<FeatureBatch> {
  // Raw SQL, a page at a time by key: an open iterator would block the connection while a batch is scored.
  const readPage = keepPerStore(store, 'read-features-in-batches', () =>
    store.database
      .prepare<[number, number], [number, Buffer]>(
        'select client_id, feature_values from client_features where client_id > ? order by client_id limit ?',
      )
      .raw(),
  )
  const width = listFeatures(store).length
  let after = Number.MIN_SAFE_INTEGER
  while (true) {
    const rows = readPage.all(after, batchSize)
    if (rows.length === 0) return
    const features = new Float32Array(rows.length * width)
    const bytes = new Uint8Array(features.buffer)
    rows.forEach(([, blob], row) => {
      bytes.set(blob, row * width * 4)
    })
    const clientIds = rows.map(([clientId]) => clientId)
    yield { clientIds, features }
    after = clientIds.at(-1) as number
  }
}
