import { DuckDBArrayVector, type DuckDBDataChunk } from '@duckdb/node-api'
import type Database from 'better-sqlite3'
import { DataError } from '../../data-error.ts'
import type { DuckDb } from '../../open-duckdb.ts'
import { identifier, notInOrder } from './check-tables.ts'

/**
 * Copies every client's features into `client_features`. DuckDB lays each row out as one float32 array, so
 * that a chunk's memory is the blobs already: nothing is turned into row objects.
 *
 * @throws DataError VALUE_INVALID for an infinite feature, named with its client.
 */
export async function copyFeatures(
  duck: DuckDb,
  database: Database.Database,
  featureNames: string[],
  onRows: (done: number) => void,
): Promise<void> {
  const insert = database.prepare('insert into client_features (client_id, feature_values) values (?, ?)')
  const width = featureNames.length
  const values = featureNames.map((name) => `coalesce(cast(${identifier(name)} as float), 'nan'::float)`)
  const result = await duck.connection.stream(
    `select cast(client_id as double) as client_id, array_value(${values.join(', ')}) as feature_values from built_features`,
  )
  let done = 0
  let previousId = Number.NEGATIVE_INFINITY
  for await (const chunk of result) {
    const ids = chunk.getColumnValues(0) as number[]
    const floats = floatsOf(chunk)
    refuseInfinite(floats, ids, featureNames)
    for (const [row, id] of ids.entries()) {
      if (id <= previousId) throw notInOrder('features.parquet', previousId, id)
      previousId = id
      insert.run(id, Buffer.from(floats.buffer, floats.byteOffset + row * width * 4, width * 4))
    }
    done += ids.length
    onRows(done)
  }
}

/** The chunk's floats, row after row. The library keeps them in fields that its types call private. */
function floatsOf(chunk: DuckDBDataChunk): Float32Array {
  const vector = chunk.getColumnVector(1)
  const items =
    vector instanceof DuckDBArrayVector ? Reflect.get(Reflect.get(vector, 'childData'), 'items') : null
  if (!(items instanceof Float32Array))
    throw new Error('@duckdb/node-api no longer gives arrays as Float32Array.')
  return items
}

function refuseInfinite(floats: Float32Array, ids: number[], featureNames: string[]): void {
  const at = floats.findIndex(
    (value) => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY,
  )
  if (at === -1) return
  const width = featureNames.length
  throw new DataError(
    'VALUE_INVALID',
    `features.parquet: feature "${featureNames[at % width]}" of client ${ids[Math.floor(at / width)]} is infinite. A finite number or null is expected. Correct the feature's SQL, then build the features again.`,
  )
}
