import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { openDuckDb } from '../open-duckdb.ts'
import { applyMigrations } from './apply-migrations.ts'
import { checkIntegrity } from './check-integrity.ts'
import { type BuiltFeatures, readBuiltFeatures } from './load/built-features.ts'
import { checkTables } from './load/check-tables.ts'
import { copyClients } from './load/copy-clients.ts'
import { copyFeatureColumns } from './load/copy-feature-columns.ts'
import { copyFeatures } from './load/copy-features.ts'
import { refuseBrokenReferences, shrinkStore, writeWindows } from './load/finish-load.ts'
import { openDatabase } from './open-database.ts'
import { readCatalog, type StoreCatalog } from './read-catalog.ts'
import { categories, clientColumns, datasets, features } from './schema.ts'
import { storeLayout } from './store-layout.ts'
import { storePath } from './store-path.ts'
import { toDataError } from './to-data-error.ts'

export type LoadStep = 'check' | 'clients' | 'features' | 'columns' | 'commit'
export interface LoadProgress {
  step: LoadStep
  done: number
  total: number
}

export interface LoadStoreOptions {
  dataDir: string
  onProgress?: (progress: LoadProgress) => void
  /** How long to wait for another writer. Default 5000. */
  busyTimeoutMs?: number
  /** The features and categories to expect; the project's own unless given. */
  catalog?: StoreCatalog
}

export interface LoadedStore {
  path: string
  dataVersion: string
  clients: number
  features: number
}

/**
 * Replaces the store's data set by the features built in `dataDir`, in one transaction: killed at any moment,
 * the store opens with the old data set or with the new one. Readers go on with the old one until the end.
 *
 * @throws DataError STEP_MISSING without built features; COLUMN_MISMATCH, DUPLICATE_CLIENT or VALUE_INVALID
 *   when they are not what the catalogue says; BUSY while another process writes; STORE_UNUSABLE for a file that can't be used.
 */
export async function loadStore(options: LoadStoreOptions): Promise<LoadedStore> {
  const { dataDir, onProgress = () => {} } = options
  const built = readBuiltFeatures(dataDir)
  const catalog = options.catalog ?? readCatalog()
  const featureNames = catalog.features.map((feature) => feature.name)
  onProgress({ step: 'check', done: 0, total: built.rows })
  const spillDirectory = join(dataDir, 'store.partial-spill')
  await using duck = await openDuckDb({ spillDirectory, memoryLimit: '800MB' })
  await checkTables(duck, built, featureNames)
  const path = storePath(dataDir)
  const database = openForLoading(path, options.busyTimeoutMs)
  try {
    database.exec('begin immediate')
    clearTables(database)
    writeDescription(database, built, catalog)
    await writeWindows(duck, database)
    const total = built.rows
    const columns = await copyClients(duck, database, total, (done) =>
      onProgress({ step: 'clients', done, total }),
    )
    drizzle(database).insert(clientColumns).values(columns).run()
    await copyFeatures(duck, database, featureNames, (done) => onProgress({ step: 'features', done, total }))
    await copyFeatureColumns({
      duck,
      database,
      featureNames,
      clientCount: total,
      onColumns: (done) => onProgress({ step: 'columns', done, total: featureNames.length }),
    })
    refuseBrokenReferences(database)
    onProgress({ step: 'commit', done: 0, total })
    database.exec('commit')
    shrinkStore(database, path)
    onProgress({ step: 'commit', done: total, total })
    return { path, dataVersion: built.dataVersion, clients: total, features: featureNames.length }
  } catch (error) {
    throw toDataError(error, path)
  } finally {
    // Closing rolls back what was not committed.
    database.close()
    rmSync(spillDirectory, { recursive: true, force: true })
  }
}

function openForLoading(path: string, busyTimeoutMs = 5000): Database.Database {
  const database = openDatabase(path, { create: true, busyTimeoutMs, cacheMb: 64 })
  try {
    checkIntegrity(database, path)
    applyMigrations(database, path)
    // Per row they would cost more than the copy; the whole is checked once before the commit.
    database.pragma('foreign_keys = OFF')
    database.pragma('wal_autocheckpoint = 0')
    database.pragma('synchronous = FULL')
    return database
  } catch (error) {
    database.close()
    throw toDataError(error, path)
  }
}

function clearTables(database: Database.Database): void {
  for (const table of [
    'client_scores',
    'client_columns',
    'client_features',
    'clients',
    'windows',
    'categories',
    'features',
    'datasets',
  ]) {
    database.exec(`delete from ${table}`)
  }
  database.exec('update model_versions set scored_at = null')
}

function writeDescription(database: Database.Database, built: BuiltFeatures, catalog: StoreCatalog): void {
  const orm = drizzle(database)
  orm
    .insert(datasets)
    .values({
      dataVersion: built.dataVersion,
      origin: built.origin,
      name: built.name,
      featureCount: catalog.features.length,
      clientCount: built.rows,
      featuresSqlSha256: built.featuresSqlSha256,
      warnings: built.warnings,
      loadedAt: new Date().toISOString(),
      layout: storeLayout,
    })
    .run()
  const computedFrom = catalog.features.length
  for (const [position, feature] of [...catalog.features, ...catalog.modelFeatures].entries()) {
    orm
      .insert(features)
      .values({ ...feature, position, computedByModel: position >= computedFrom })
      .run()
  }
  for (const category of catalog.categories) orm.insert(categories).values(category).run()
}
