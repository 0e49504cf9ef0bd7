import { quoteText } from '#db/quote-text.ts'
import { DataError } from '../../data-error.ts'
import type { DuckDb } from '../../open-duckdb.ts'
import { type BuiltFeatures, notBuilt } from './built-features.ts'

/** A name as an SQL identifier. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`

/**
 * Makes the views `built_features` and `built_clients` and checks that they are one data set with the
 * catalogue's features: same clients, each once, in the order of ids.
 *
 * @throws DataError COLUMN_MISMATCH, DUPLICATE_CLIENT or STEP_MISSING.
 */
export async function checkTables(duck: DuckDb, built: BuiltFeatures, featureNames: string[]): Promise<void> {
  await createView(duck, 'built_features', built.featuresPath)
  await createView(duck, 'built_clients', built.clientsPath)
  await checkColumns(duck, built, featureNames)
  const counts = await duck.rows<Counts>(`
    select cast(count(*) as integer) as rows, cast(count(distinct f.client_id) as integer) as distinct_ids,
      cast(count(c.client_id) as integer) as described,
      (select cast(count(*) as integer) from built_clients) as clients,
      cast(count(*) filter (where f."window" is distinct from c."window") as integer) as moved
    from (select client_id, "window" from built_features) f left join built_clients c using (client_id)`)
  const { rows, distinct_ids, described, clients, moved } = counts[0] as Counts
  if (rows === 0) throw notBuilt(`${built.featuresPath} holds no client.`)
  if (distinct_ids !== rows) {
    throw new DataError(
      'DUPLICATE_CLIENT',
      `${built.featuresPath} holds ${rows} rows of ${distinct_ids} clients. One row a client is expected. Build the features again: \`npm run features:build\`.`,
    )
  }
  if (described !== rows || clients !== rows || moved > 0 || built.rows !== rows) {
    throw notBuilt(
      `features.json tells of ${built.rows} clients, features.parquet has ${rows}, clients.parquet ${clients}, of which ${described} are the same and ${moved} in another window.`,
    )
  }
}

interface Counts extends Record<string, unknown> {
  rows: number
  distinct_ids: number
  described: number
  clients: number
  moved: number
}

async function createView(duck: DuckDb, name: string, path: string): Promise<void> {
  try {
    await duck.connection.run(`create view ${name} as select * from read_parquet(${quoteText(path)})`)
  } catch (error) {
    throw new DataError(
      'SOURCE_UNREADABLE',
      `${path} can't be read as Parquet (${firstLine(error)}). A file that the feature builder wrote is expected. Build it again: \`npm run features:build\`.`,
      { cause: error },
    )
  }
}

async function checkColumns(duck: DuckDb, built: BuiltFeatures, featureNames: string[]): Promise<void> {
  const described = await duck.rows<{ column_name: string }>('describe built_features')
  const found = described.map((row) => row.column_name)
  const expected = ['client_id', 'window', 'target', ...featureNames]
  const position = expected.findIndex((name, index) => found[index] !== name)
  if (position === -1 && found.length === expected.length) return
  const at = position === -1 ? expected.length : position
  throw new DataError(
    'COLUMN_MISMATCH',
    `${built.featuresPath} has "${found[at] ?? 'no column'}" as column ${at + 1}. "${expected[at] ?? 'no column'}" is expected, by the feature catalogue. Build the features again with this version: \`npm run features:build\`.`,
  )
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}

/** The error for rows that do not rise by client_id, as the store's columns rely on. */
export function notInOrder(file: string, previousId: number, id: number): DataError {
  return new DataError(
    'VALUE_INVALID',
    `${file}: client ${id} follows client ${previousId}. Rows in the order of client_id are expected. Build the features again: \`npm run features:build\`.`,
  )
}
