import { findClientFeatures } from '#db/store/queries/find-client-features.ts'
import { createUnknownClientError } from './create-unknown-client-error.ts'
import type { AdvisorContext } from './open-advisor.ts'

/**
 * What the model reads of some clients.
 *
 * @returns Row-major, `clientIds.length × manifest.features.length`, NaN where unknown.
 * @throws AdvisorError UNKNOWN_CLIENT for the first id that is not in the store.
 */
export function readModelInput(advisor: AdvisorContext, clientIds: readonly number[]): Float32Array {
  // One snapshot: a load between the two reads would pair one dataset's columns with another's values.
  return advisor.store.database.transaction(() => {
    const { storedFeatureCount, selectModelFeatures } = advisor.servedDataset()
    const stored = new Float32Array(clientIds.length * storedFeatureCount)
    clientIds.forEach((clientId, i) => {
      stored.set(readStoredFeatures(advisor, clientId), i * storedFeatureCount)
    })
    return selectModelFeatures(stored, clientIds.length)
  })()
}

/**
 * All features of a client in the order in which they are stored, NaN where unknown.
 *
 * @throws AdvisorError UNKNOWN_CLIENT.
 */
export function readStoredFeatures(advisor: AdvisorContext, clientId: number): Float32Array {
  const features = findClientFeatures(advisor.store, clientId)
  if (!features) throw createUnknownClientError(advisor, clientId)
  return features
}
