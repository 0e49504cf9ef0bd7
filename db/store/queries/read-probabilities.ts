import { readArray } from '../client-columns.ts'
import { keepUntilChanged } from '../keep-until-changed.ts'
import type { FeatureStore } from '../open-feature-store.ts'

/** The probability of default of every client in the order of ids, by the model that `findScoredModel` names. */
export function readProbabilities(store: FeatureStore): Float32Array {
  return keepUntilChanged(store, 'probabilities', () =>
    // The model gives float32: nothing is lost.
    Float32Array.from(readArray(store, 'probability_of_default', Float64Array)),
  )
}
