import { type CategoryColumn, readArray, readCategoryColumn } from '../client-columns.ts'
import { descriptionFields, type FieldOfKind } from '../description-fields.ts'
import { keepWithinBytes } from '../keep-within-bytes.ts'
import type { FeatureStore } from '../open-feature-store.ts'

/** A number of every client's description in the order of ids, NaN for null. Kept while there is room. */
export function readNumberField(store: FeatureStore, field: FieldOfKind<'number'>): Float64Array {
  return keepWithinBytes(
    store,
    `field ${field}`,
    () => readArray(store, descriptionFields[field].column, Float64Array),
    (values) => values.byteLength,
  )
}

/** A category of every client's description, in the order of ids. */
export function readCategoryField(store: FeatureStore, field: FieldOfKind<'category'>): CategoryColumn {
  return readCategoryColumn(store, descriptionFields[field].column)
}

/** Yes (1), no (0) or not said (-1) of every client's description, in the order of ids. */
export function readFlagField(store: FeatureStore, field: FieldOfKind<'flag'>): Int8Array {
  return keepWithinBytes(
    store,
    `field ${field}`,
    () => readArray(store, descriptionFields[field].column, Int8Array),
    (values) => values.byteLength,
  )
}
