import { findClientFeatures } from '#db/store/queries/find-client-features.ts'
import { readSnapshot } from '#db/store/read-snapshot.ts'
import { createUnknownClientError } from './create-unknown-client-error.ts'
import { findOwnFeatures } from './find-own-features.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { ServedDataset } from './read-served-dataset.ts'

/** A client as one snapshot of the store has them, with the dataset that they belong to. */
export interface ReadClient {
  dataset: ServedDataset
  /** All features: those stored, then those that the model computes; NaN where unknown. */
  featureRow: Float32Array
  /** Those that the model reads, in its order. */
  modelInput: Float32Array
}

/**
 * Reads a client and their dataset together. Everything that an answer says after that must come from these: a load
 * may commit while the client is scored.
 *
 * @throws AdvisorError UNKNOWN_CLIENT.
 */
export function readClient(advisor: AdvisorContext, clientId: number): ReadClient {
  return readSnapshot(advisor.store, () => {
    const dataset = advisor.servedDataset()
    const stored = findClientFeatures(advisor.store, clientId)
    if (!stored) throw createUnknownClientError(advisor, clientId)
    const featureRow = completeFeatures(advisor, dataset, stored, clientId)
    return { dataset, featureRow, modelInput: dataset.selectModelFeatures(featureRow) }
  })
}

function completeFeatures(
  { store, scorer }: AdvisorContext,
  dataset: ServedDataset,
  stored: Float32Array,
  clientId: number,
): Float32Array {
  const names = dataset.modelFeatureNames
  if (names.length === 0) return stored
  const own = findOwnFeatures(store, { names, bundleSha256: scorer.bundle.sha256 }, clientId)
  if (!own) return dataset.completeFeatures(stored, [clientId])
  const row = new Float32Array(dataset.featureCount)
  row.set(stored)
  row.set(own, stored.length)
  return row
}
