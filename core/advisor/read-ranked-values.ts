import { keepUntilChanged } from '#db/store/keep-until-changed.ts'
import { keepWithinBytes } from '#db/store/keep-within-bytes.ts'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { readFeatureColumn } from '#db/store/queries/read-feature-column.ts'
import { readProbabilities } from '#db/store/queries/read-probabilities.ts'
import { type RankedValues, rankValues } from '../cohort/rank-values.ts'
import { sortFloats } from '../cohort/sort-floats.ts'

/** A feature of all clients, ranked. Kept while there is room: ranking 300,000 clients takes about 10 ms. */
export function readRankedFeature(store: FeatureStore, featureName: string): RankedValues {
  return keepWithinBytes(
    store,
    `ranked ${featureName}`,
    () => rankValues(readFeatureColumn(store, featureName)),
    ({ order, values, buckets }) => order.byteLength + values.byteLength + buckets.byteLength,
  )
}

/** The known values of a feature of all clients, rising: a third of what ranks take, so that more features are kept. */
export function readSortedFeature(store: FeatureStore, featureName: string): Float32Array {
  return keepWithinBytes(
    store,
    `sorted ${featureName}`,
    () => sortFloats(readFeatureColumn(store, featureName)).values,
    ({ byteLength }) => byteLength,
  )
}

/** The probability of default of all clients, ranked. */
export function readRankedProbabilities(store: FeatureStore): RankedValues {
  return keepUntilChanged(store, 'ranked probabilities', () => rankValues(readProbabilities(store)))
}
