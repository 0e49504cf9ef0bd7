import type { DuckDBDataChunk } from '@duckdb/node-api'
import type Database from 'better-sqlite3'
import type { DuckDb } from '../../open-duckdb.ts'
import { storedColumn } from '../stored-columns.ts'
import { identifier, notInOrder } from './check-tables.ts'

/** What the columns that are read at a time may take. */
const groupBytes = 32 * 1024 * 1024

export interface CopyFeatureColumns {
  duck: DuckDb
  database: Database.Database
  featureNames: readonly string[]
  clientCount: number
  /** Told how many columns are done. */
  onColumns: (done: number) => void
}

/**
 * Copies every feature into `client_columns` as one column of all clients, `feature:<name>`, NaN for null. The
 * Parquet file holds columns, so some are read at a time: turning 356,255 rows of 237 features round in memory
 * would take 338 MB.
 *
 * @throws DataError VALUE_INVALID when the rows are not in the order of ids.
 */
export async function copyFeatureColumns(copy: CopyFeatureColumns): Promise<void> {
  const { duck, database, featureNames, clientCount, onColumns } = copy
  const insert = database.prepare('insert into client_columns (name, array_type, data) values (?, ?, ?)')
  const groupSize = Math.max(1, Math.floor(groupBytes / (clientCount * Float32Array.BYTES_PER_ELEMENT)))
  for (let start = 0; start < featureNames.length; start += groupSize) {
    const names = featureNames.slice(start, start + groupSize)
    const columns = await readColumns(duck, names, clientCount)
    for (const [index, floats] of columns.entries()) {
      const { name, arrayType, data } = storedColumn(`feature:${names[index]}`, floats)
      insert.run(name, arrayType, data)
    }
    onColumns(start + names.length)
  }
}

async function readColumns(duck: DuckDb, names: string[], clientCount: number): Promise<Float32Array[]> {
  const columns = names.map(() => new Float32Array(clientCount))
  const values = names.map((name) => `coalesce(cast(${identifier(name)} as float), 'nan'::float)`)
  const result = await duck.connection.stream(
    `select cast(client_id as double) as client_id, ${values.join(', ')} from built_features`,
  )
  let done = 0
  let previousId = Number.NEGATIVE_INFINITY
  for await (const chunk of result) {
    for (const id of chunk.getColumnValues(0) as number[]) {
      if (id <= previousId) throw notInOrder('features.parquet', previousId, id)
      previousId = id
    }
    for (const [index, column] of columns.entries()) column.set(floatsOf(chunk, index + 1), done)
    done += chunk.rowCount
  }
  return columns
}

/** A chunk's column without a copy. The library keeps it in a field that its types call private. */
function floatsOf(chunk: DuckDBDataChunk, index: number): Float32Array {
  const items = Reflect.get(chunk.getColumnVector(index), 'items')
  if (!(items instanceof Float32Array)) {
    throw new Error('@duckdb/node-api no longer gives floats as Float32Array.')
  }
  return items.subarray(0, chunk.rowCount)
}
