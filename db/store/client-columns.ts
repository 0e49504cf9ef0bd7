import { eq } from 'drizzle-orm'
import { keepUntilChanged } from './keep-until-changed.ts'
import type { FeatureStore } from './open-feature-store.ts'
import { clientColumns } from './schema.ts'

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

const arrayTypes = { float64: Float64Array, uint32: Uint32Array, uint16: Uint16Array } as const
type ArrayTypeName = keyof typeof arrayTypes

/** What a column is stored as. */
export interface StoredColumn {
  name: string
  arrayType: ArrayTypeName
  categories: string[] | null
  data: Buffer
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

/** Columns to store for a number that lists are sorted by: the values, their order, and how many there are. */
export function sortedColumns(name: string, values: Float64Array): StoredColumn[] {
  const order = Uint32Array.from(values.keys())
  let valued = 0
  for (const value of values) if (!Number.isNaN(value)) valued++
  // NaN compares as equal to all, which would break the sort: null ranks above every number.
  const rank = values.map((value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value))
  order.sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b)
  return [
    storedColumn(name, values),
    storedColumn(`order:${name}`, order),
    storedColumn(`valued:${name}`, Uint32Array.of(valued)),
  ]
}

/** The column to store for a text. */
export function categoryColumn(name: string, texts: readonly (string | null)[]): StoredColumn {
  const codeOf = new Map<string, number>()
  const codes = new Uint16Array(texts.length)
  texts.forEach((text, index) => {
    if (text === null) return
    const code = codeOf.get(text) ?? codeOf.size + 1
    codeOf.set(text, code)
    codes[index] = code
  })
  return { ...storedColumn(name, codes), categories: [...codeOf.keys()] }
}

/** The column to store for an array. */
export function storedColumn(name: string, array: Float64Array | Uint32Array | Uint16Array): StoredColumn {
  const arrayType =
    array instanceof Float64Array ? 'float64' : array instanceof Uint32Array ? 'uint32' : 'uint16'
  const data = Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  return { name, arrayType, categories: null, data }
}

function readColumn(store: FeatureStore, name: string) {
  const column = store.orm.select().from(clientColumns).where(eq(clientColumns.name, name)).get()
  if (!column) throw new Error(`The store has no column ${name}.`)
  return column
}

function readArray<Kind extends Float64Array | Uint32Array | Uint16Array>(
  store: FeatureStore,
  name: string,
  kind: new (buffer: ArrayBuffer) => Kind,
): Kind {
  // A copy that starts at 0: a Buffer's memory may be shared and not aligned to the numbers' size.
  return new kind(new Uint8Array(readColumn(store, name).data).buffer)
}
