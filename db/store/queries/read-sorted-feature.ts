import { keepWithinBytes } from '../keep-within-bytes.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { type SortedFloats, sortFloats } from '../sort-floats.ts'
import { readFeatureColumn } from './read-feature-column.ts'

/** The clients whose feature is known, by rising value, as numbers in the order of ids. Kept while there is room. */
export function readSortedFeature(store: FeatureStore, featureName: string): SortedFloats {
  return keepWithinBytes(
    store,
    `sorted feature ${featureName}`,
    () => sortFloats(readFeatureColumn(store, featureName)),
    ({ order, values }) => order.byteLength + values.byteLength,
  )
}
