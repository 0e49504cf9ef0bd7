import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { DataError } from '../data-error.ts'
import { applyMigrations, assessSchema, newerSchema } from './apply-migrations.ts'
import { checkIntegrity } from './check-integrity.ts'
import { emptyLog, measureLog } from './empty-log.ts'
import { openDatabase } from './open-database.ts'
import { storeLayout } from './store-layout.ts'
import { storePath } from './store-path.ts'
import { damaged, toDataError } from './to-data-error.ts'

/** An open feature store: one SQLite connection, for one thread. Close it when done. */
export interface FeatureStore {
  readonly path: string
  readonly readonly: boolean
  readonly database: Database.Database
  /** Drizzle on the same connection. */
  readonly orm: BetterSQLite3Database
  /**
   * What was read or prepared once. Here and not in a module, because the pages' build has modules of its own, and
   * because a hundred megabytes must go with the store, whoever still holds it.
   */
  readonly kept: Map<string, unknown>
  close(): void
}

export interface OpenFeatureStoreOptions {
  dataDir: string
  /** Refuses writes through this connection; the folder must be writable all the same (SQLite's log). */
  readonly?: boolean
  /** How long a statement waits for another writer. Default 5000. */
  busyTimeoutMs?: number
}

/**
 * Opens the loaded store, after an integrity check and, unless `readonly`, pending migrations.
 *
 * @throws DataError STEP_MISSING when nothing was loaded yet; STORE_UNUSABLE when the file is damaged, is
 *   another program's, comes from a newer version or may not be read; BUSY when another process keeps the lock.
 */
export function openFeatureStore(options: OpenFeatureStoreOptions): FeatureStore {
  const { dataDir, readonly = false, busyTimeoutMs } = options
  const path = storePath(dataDir)
  requireFile(path)
  const database = openDatabase(path, { readonly, ...(busyTimeoutMs !== undefined && { busyTimeoutMs }) })
  try {
    checkIntegrity(database, path)
    if (readonly) requireCurrentSchema(database, path)
    else applyMigrations(database, path)
    requireData(database, path)
    if (!readonly) emptyLog(database, path)
  } catch (error) {
    database.close()
    throw toDataError(error, path)
  }
  return createStore(path, readonly, database)
}

function createStore(path: string, readonly: boolean, database: Database.Database): FeatureStore {
  const kept = new Map<string, unknown>()
  const close = () => {
    kept.clear()
    database.close()
  }
  return { path, readonly, database, orm: drizzle(database), kept, close }
}

/**
 * Opens a second connection to an open store, which sees it as it is now until it is closed, whatever is loaded or
 * scored meanwhile. For reading alone. While it is open, the store's log can't be emptied of what came after it.
 *
 * @throws DataError STEP_MISSING or STORE_UNUSABLE when another version of this program has loaded the store since.
 */
export function openSnapshot({ path }: FeatureStore): FeatureStore {
  const database = openDatabase(path, { readonly: true })
  try {
    database.exec('begin')
    requireCurrentSchema(database, path)
    requireData(database, path)
  } catch (error) {
    database.close()
    throw toDataError(error, path)
  }
  return createStore(path, true, database)
}

function requireFile(path: string): void {
  const file = statSync(path, { throwIfNoEntry: false })
  if (!file) throw stepMissing(`${path} does not exist.`)
  if (!file.isFile()) throw damaged(path, 'it is not a file')
  if (file.size === 0 && measureLog(path) === 0) throw stepMissing(`${path} is an empty file.`)
}

function requireCurrentSchema(database: Database.Database, path: string): void {
  const state = assessSchema(database)
  if (state === 'newer') throw newerSchema(path)
  if (state === 'older') {
    throw new DataError(
      'STORE_UNUSABLE',
      `${path} was written by an older version of this program. The current schema is expected of a store opened for reading only. Run \`npm start\` or \`npm run store:load\` once, which bring it up to date.`,
    )
  }
  if (state === 'empty') throw stepMissing(`${path} holds no tables yet.`)
}

function requireData(database: Database.Database, path: string): void {
  const layout = database.prepare<[], number>('select layout from datasets').pluck().get()
  if (layout === undefined) throw stepMissing(`${path} holds no clients yet.`)
  if (layout === storeLayout) return
  throw new DataError(
    'STEP_MISSING',
    `${path} was loaded by ${layout < storeLayout ? 'an older' : 'a newer'} version of this program, which keeps other columns. A store loaded by this version is expected. Run \`npm run store:load\`, or \`npm start\`, which loads it again.`,
  )
}

function stepMissing(found: string): DataError {
  return new DataError(
    'STEP_MISSING',
    `${found} A loaded feature store is expected. Run \`npm run data:demo\` (or \`npm run data:import -- PATH\`), then \`npm run features:build\`, then \`npm run store:load\`.`,
  )
}
