/** The typed arrays that a column of all clients may be stored as. */
export const arrayTypes = {
  float64: Float64Array,
  float32: Float32Array,
  uint32: Uint32Array,
  uint16: Uint16Array,
  int8: Int8Array,
} as const
export type ArrayTypeName = keyof typeof arrayTypes
export type ColumnArray = Float64Array | Float32Array | Uint32Array | Uint16Array | Int8Array

/** What a column is stored as. */
export interface StoredColumn {
  name: string
  arrayType: ArrayTypeName
  categories: string[] | null
  data: Buffer
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
export function storedColumn(name: string, array: ColumnArray): StoredColumn {
  const arrayType = Object.entries(arrayTypes).find(([, kind]) => array instanceof kind)?.[0] as ArrayTypeName
  const data = Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  return { name, arrayType, categories: null, data }
}
