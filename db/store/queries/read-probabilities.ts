import { readArray } from '../client-columns.ts'
import { keepUntilChanged } from '../keep-until-changed.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { type SortedFloats, sortFloats } from '../sort-floats.ts'

/** The current model's probability of default of every client, and the clients by rising probability. */
export interface StoredProbabilities {
  /** In the order of ids. */
  byClient: Float32Array
  sorted: SortedFloats
}

/** The probabilities of the model that `findScoredModel` names; an error when none has scored. */
export function readProbabilities(store: FeatureStore): StoredProbabilities {
  return keepUntilChanged(store, 'probabilities', () => {
    // The model gives float32: nothing is lost.
    const byClient = Float32Array.from(readArray(store, 'probability_of_default', Float64Array))
    return { byClient, sorted: sortFloats(byClient) }
  })
}
