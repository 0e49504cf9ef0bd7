import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { DataError } from '../data-error.ts'
import { applicationId } from './open-database.ts'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

export type SchemaState = 'empty' | 'older' | 'current' | 'newer'

/** How the file's schema stands to the one that this program knows. */
export function assessSchema(database: Database.Database): SchemaState {
  const tables = database.prepare<[], string>('select name from sqlite_schema').pluck().all()
  if (!tables.includes('__drizzle_migrations')) return 'empty'
  const applied = database
    .prepare<[], number>('select max(created_at) from __drizzle_migrations')
    .pluck()
    .get()
  const known = newestMigration()
  if (Number(applied) === known) return 'current'
  return Number(applied) > known ? 'newer' : 'older'
}

/**
 * Brings the schema up to date; the caller has made sure that the file is ours or new.
 *
 * @throws DataError STORE_UNUSABLE when a newer version of this program wrote the file.
 */
export function applyMigrations(database: Database.Database, path: string): void {
  const state = assessSchema(database)
  if (state === 'newer') throw newerSchema(path)
  if (state === 'current') return
  database.pragma(`application_id = ${applicationId}`)
  try {
    migrate(drizzle(database), { migrationsFolder })
  } catch (error) {
    // Two processes may open a new file at once: the other one has then just done the same work.
    if (assessSchema(database) !== 'current') throw error
  }
}

/** The error for a store of a later version of this program. */
export function newerSchema(path: string): DataError {
  return new DataError(
    'STORE_UNUSABLE',
    `${path} was written by a newer version of this program. A schema that this version knows is expected. Update the program, or load the store again under another DATA_DIR.`,
  )
}

function newestMigration(): number {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8'),
  )
  return Math.max(...journal.entries.map((entry) => entry.when))
}
