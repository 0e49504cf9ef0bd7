import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { DataError } from '#db/data-error.ts'
import { isProcessRunning } from '#db/is-process-running.ts'
import { openDuckDb } from '#db/open-duckdb.ts'
import { replaceRawTables } from '#db/raw/replace-raw-tables.ts'
import { type RawTableName, rawTableNames } from '../raw-schema.ts'
import { checkColumns } from './check-columns.ts'
import { refuseSharedClients } from './check-rows.ts'
import { requireSpace } from './disk-full.ts'
import { findHistoryWarnings } from './find-history-warnings.ts'
import { locateSources } from './locate-sources.ts'
import { readCsvHeader } from './parse-header.ts'
import type { Sources } from './table-source.ts'
import { type Headers, type ImportedTable, type ImportProgress, writeTables } from './write-tables.ts'

export interface ImportTablesOptions {
  /** Kaggle's zip, or a folder of .csv, .csv.gz or .parquet files. */
  path: string
  dataDir: string
  onProgress?: (progress: ImportProgress) => void
}

export interface ImportSummary {
  dataVersion: string
  name: string
  tables: Record<RawTableName, ImportedTable>
  /** What a reader of the data should know. */
  warnings: string[]
  /** Files that belong to no table. */
  ignored: string[]
}

/**
 * Imports the competition's tables into `dataDir/raw`, all or nothing: whatever goes wrong, the tables that were
 * there stay. Reads in small pieces, whatever the size. A table that is absent or empty is written without rows, with
 * a warning; application_train alone is indispensable.
 *
 * @throws DataError INVALID_ARGUMENT, SOURCE_UNREADABLE, TABLE_MISSING, TABLE_AMBIGUOUS, COLUMN_MISMATCH,
 *   VALUE_INVALID, DUPLICATE_CLIENT, BUSY, or STORE_UNUSABLE for a full disk.
 */
export async function importTables(options: ImportTablesOptions): Promise<ImportSummary> {
  const { path, dataDir } = options
  const sources = await locateSources(path)
  try {
    const headers = await readHeaders(sources)
    mkdirSync(dataDir, { recursive: true })
    refuseBusy(dataDir)
    requireSpace(dataDir, sources.tables.values())
    return await replaceRawTables(dataDir, async (partial) => {
      const tables = await writeTables(sources, headers, partial, options.onProgress)
      const warnings = [...emptyWarnings(tables), ...(await checkTogether(partial))]
      const name = `Import of ${basename(resolve(path))}`
      const source = { origin: 'import', dataVersion: versionOf(tables), name, tables, warnings }
      const described = { ...source, createdAt: new Date().toISOString() }
      writeFileSync(join(partial, 'source.json'), `${JSON.stringify(described, null, 2)}\n`)
      syncFiles(partial)
      return { dataVersion: source.dataVersion, name, tables, warnings, ignored: sources.ignored }
    })
  } finally {
    sources.close()
  }
}

/** Reads all headers before any long work, so that a wrong column shows at once. */
async function readHeaders(sources: Sources): Promise<Headers> {
  const headers: Headers = new Map()
  for (const source of sources.tables.values()) {
    if (source.format === 'parquet') continue
    const header = await readCsvHeader(source)
    if (header) checkColumns(source, header)
    headers.set(source.table, header)
  }
  return headers
}

async function checkTogether(partial: string): Promise<string[]> {
  const pathOf = (table: RawTableName) => join(partial, `${table}.parquet`)
  await using duck = await openDuckDb({
    spillDirectory: join(partial, 'parts'),
    memoryLimit: '1200MB',
    threads: 2,
  })
  await refuseSharedClients(duck, pathOf('application_train'), pathOf('application_test'))
  return await findHistoryWarnings(duck, pathOf)
}

function emptyWarnings(tables: Record<RawTableName, ImportedTable>): string[] {
  // The words of the feature builder, which tells a warning once.
  return rawTableNames
    .filter((table) => tables[table].rows === 0)
    .map((table) =>
      table === 'application_test'
        ? `${table} is empty: that window has no clients.`
        : `${table} is empty: the features that read it alone are missing for every client.`,
    )
}

function versionOf(tables: Record<RawTableName, ImportedTable>): string {
  const hash = createHash('sha256')
  for (const table of rawTableNames) hash.update(`${table} ${tables[table].sha256 ?? 'absent'}\n`)
  return `import-${hash.digest('hex').slice(0, 12)}`
}

/** The folder of a run that is at work must not be taken for what a killed run left behind. */
function refuseBusy(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const processId = Number(/^raw\.partial-(\d+)$/.exec(name)?.[1])
    if (!processId || processId === process.pid) continue
    if (!isProcessRunning(processId, join(dataDir, name))) continue
    throw new DataError(
      'BUSY',
      `Process ${processId} is writing the raw tables of ${dataDir}. One import at a time is expected. Wait for it to end, then import again.`,
    )
  }
}

/** Makes sure that the files outlive a power cut before they take the place of those that were there. */
function syncFiles(folder: string): void {
  for (const path of [...readdirSync(folder).map((name) => join(folder, name)), folder]) {
    const descriptor = openSync(path, 'r')
    fsyncSync(descriptor)
    closeSync(descriptor)
  }
}
