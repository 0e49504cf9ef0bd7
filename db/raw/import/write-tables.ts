import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DataError } from '#db/data-error.ts'
import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { type RawTableName, rawTableNames } from '../raw-schema.ts'
import { checkParquetColumns } from './check-parquet-columns.ts'
import { checkRows } from './check-rows.ts'
import { convertTable, writeEmptyTable } from './convert-table.ts'
import { receiveTable } from './receive-table.ts'
import type { Sources, TableSource } from './table-source.ts'

export interface ImportProgress {
  table: RawTableName
  /** Bytes of all tables, each counted once when it is read and once when it is converted. */
  done: number
  total: number
}

export interface ImportedTable {
  rows: number
  /** Of the unpacked file; null for a table that was absent. */
  sha256: string | null
  present: boolean
}

/** The columns of each CSV table in its own order; null for a file without a byte. */
export type Headers = Map<RawTableName, string[] | null>

/**
 * Writes the eight tables as Parquet into `folder`, one after the other, so that one unpacked table at most is on disk.
 * @throws DataError as `importTables`.
 */
export async function writeTables(
  sources: Sources,
  headers: Headers,
  folder: string,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<Record<RawTableName, ImportedTable>> {
  const parts = join(folder, 'parts')
  mkdirSync(parts)
  const total = 2 * [...sources.tables.values()].reduce((sum, source) => sum + source.bytes, 0)
  const tables = {} as Record<RawTableName, ImportedTable>
  let done = 0
  for (const table of rawTableNames) {
    await using duck = await openDuckDb({
      spillDirectory: join(parts, 'spill'),
      memoryLimit: '1200MB',
      threads: 2,
    })
    const source = sources.tables.get(table)
    const target = join(folder, `${table}.parquet`)
    tables[table] = source
      ? await writeTable(duck, source, headers.get(table) ?? null, { parts, target }, (count) => {
          done += count
          onProgress({ table, done, total })
        })
      : { rows: 0, sha256: null, present: false }
    if (tables[table].rows === 0) await writeEmpty(duck, table, target, source)
  }
  return tables
}

async function writeTable(
  duck: DuckDb,
  source: TableSource,
  header: string[] | null,
  { parts, target }: { parts: string; target: string },
  onBytes: (count: number) => void,
): Promise<ImportedTable> {
  const { path, sha256 } = await receiveTable(source, join(parts, source.table), onBytes)
  const columns = source.format === 'parquet' ? await checkParquetColumns(duck, source, path) : header
  if (!columns) return { rows: 0, sha256, present: true }
  const reading = { source, path, columns }
  await convertTable(duck, reading, target)
  const rows = await checkRows(duck, reading, target)
  if (source.localPath === null) rmSync(path)
  onBytes(source.bytes)
  return { rows, sha256, present: true }
}

async function writeEmpty(
  duck: DuckDb,
  table: RawTableName,
  target: string,
  source: TableSource | undefined,
) {
  if (table === 'application_train') {
    throw new DataError(
      'TABLE_MISSING',
      `${source?.name} (table ${table}) has no rows. The clients that applied are expected: it is the one table that can't be done without. Download it again.`,
    )
  }
  await writeEmptyTable(duck, table, target)
}
