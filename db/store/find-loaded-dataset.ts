import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { assessSchema, newerSchema } from './apply-migrations.ts'
import { openDatabase } from './open-database.ts'
import { storeLayout } from './store-layout.ts'
import { storePath } from './store-path.ts'
import { toDataError } from './to-data-error.ts'

export interface LoadedDataset {
  dataVersion: string
  featuresSqlSha256: string
  clientCount: number
  /** False when an older version loaded it, with fewer columns: it is to be loaded again before it serves. */
  isCurrent: boolean
  /** The bundle whose scores the store holds, null when none has scored since the load. */
  scoredBundleSha256: string | null
}

/**
 * Which data set the store of a DATA_DIR holds, without opening it for work (no integrity check). Null when
 * there is no store, or an empty one.
 *
 * @throws DataError STORE_UNUSABLE when the file is damaged or was written by a newer version.
 */
export function findLoadedDataset(dataDir: string): LoadedDataset | null {
  const path = storePath(dataDir)
  if (!statSync(path, { throwIfNoEntry: false })?.size) return null
  const database = openDatabase(path, { readonly: true })
  try {
    const schema = assessSchema(database)
    if (schema === 'newer') throw newerSchema(path)
    if (schema === 'empty') return null
    const found = database
      .prepare<[], Omit<LoadedDataset, 'isCurrent' | 'scoredBundleSha256'>>(
        'select data_version as dataVersion, features_sql_sha256 as featuresSqlSha256, client_count as clientCount from datasets',
      )
      .get()
    if (!found) return null
    // An older schema lacks the columns that these two look at.
    const hasCurrentSchema = schema === 'current'
    return {
      ...found,
      isCurrent: hasCurrentSchema && hasCurrentLayout(database),
      scoredBundleSha256: hasCurrentSchema ? findScoredBundle(database) : null,
    }
  } catch (error) {
    throw toDataError(error, path)
  } finally {
    database.close()
  }
}

function findScoredBundle(database: Database.Database): string | null {
  return (
    database
      .prepare<[], string>('select bundle_sha256 from model_versions where scored_at is not null')
      .pluck()
      .get() ?? null
  )
}

function hasCurrentLayout(database: Database.Database): boolean {
  return database.prepare('select layout from datasets').pluck().get() === storeLayout
}
