import { eq } from 'drizzle-orm'
import { keepUntilChanged } from './keep-until-changed.ts'
import type { FeatureStore } from './open-feature-store.ts'
import { clientColumns } from './schema.ts'
import type { ColumnArray } from './stored-columns.ts'

/** A number of every client, and the clients from the least to the greatest; those without one come last. */
export interface SortedColumn {
  /** Client numbers in the store's order (0 for the least id), by rising value; those with null at the end. */
  order: Uint32Array
  /** How many clients have a value: the first `valued` of `order`. */
  valued: number
}

/** One text of every client: `codes[i]` is 0 for null, else `categories[codes[i] - 1]`. */
export interface CategoryColumn {
  codes: Uint16Array
  categories: readonly string[]
}

/** Ids of all clients, rising. */
export function readClientIds(store: FeatureStore): Float64Array {
  return keepUntilChanged(store, 'column client_id', () => readArray(store, 'client_id', Float64Array))
}

/** The values of a number column, NaN for null, in the order of the ids. */
export function readNumberColumn(store: FeatureStore, name: string): Float64Array {
  return keepUntilChanged(store, `column ${name}`, () => readArray(store, name, Float64Array))
}

/** The order of a number column. */
export function readSortedColumn(store: FeatureStore, name: string): SortedColumn {
  return keepUntilChanged(store, `order ${name}`, () => ({
    order: readArray(store, `order:${name}`, Uint32Array),
    valued: readArray(store, `valued:${name}`, Uint32Array)[0] ?? 0,
  }))
}

/** A text column. */
export function readCategoryColumn(store: FeatureStore, name: string): CategoryColumn {
  return keepUntilChanged(store, `categories ${name}`, () => {
    const { categories } = readColumn(store, name)
    return { codes: readArray(store, name, Uint16Array), categories: categories ?? [] }
  })
}

/** A column as it is stored, read afresh: the array is the caller's own. */
export function readArray<Kind extends ColumnArray>(
  store: FeatureStore,
  name: string,
  kind: (new (
    buffer: ArrayBufferLike,
    byteOffset?: number,
    length?: number,
  ) => Kind) & {
    BYTES_PER_ELEMENT: number
  },
): Kind {
  const { data } = readColumn(store, name)
  const length = data.byteLength / kind.BYTES_PER_ELEMENT
  if (data.byteOffset % kind.BYTES_PER_ELEMENT === 0) return new kind(data.buffer, data.byteOffset, length)
  // A small Buffer's memory is shared and may not be aligned to the numbers' size: a copy starts at 0.
  return new kind(new Uint8Array(data).buffer)
}

function readColumn(store: FeatureStore, name: string) {
  const column = store.orm.select().from(clientColumns).where(eq(clientColumns.name, name)).get()
  if (!column) throw new Error(`The store has no column ${name}.`)
  return column
}
