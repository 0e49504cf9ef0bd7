import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { DataError } from './data-error.ts'

export interface MigratedDatabase {
  path: string
  /** Marks the file as one of this kind: SQLite's application id. */
  applicationId: number
  migrationsFolder: string
  /** What the file is to who reads an error: "the audit log". */
  noun: string
  /** Whether an absent file is made; an error otherwise. */
  create?: boolean
  busyTimeoutMs?: number
}

/**
 * Opens a SQLite file that a load of data never touches, made and brought up to date by its migrations. Its log
 * (WAL) survives a killed process; it is made for this user alone (mode 600).
 *
 * @throws DataError STORE_UNUSABLE when the file is damaged, is another program's, comes from a newer version or
 *   can't be written; STEP_MISSING when it is absent and not to be made; BUSY when another process keeps the lock.
 */
export function openMigratedDatabase(options: MigratedDatabase): Database.Database {
  const { path, noun, create = true, busyTimeoutMs = 5000 } = options
  let database: Database.Database | undefined
  try {
    // SQLite gives its log the mode of the file.
    if (create) closeSync(openSync(path, 'a', 0o600))
    else requireFile(path, noun)
    database = new Database(path, { fileMustExist: !create, timeout: busyTimeoutMs })
    requireKind(database, options)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    database.pragma('temp_store = MEMORY')
    applyMigrations(database, options)
    return database
  } catch (error) {
    database?.close()
    throw describeFailure(error, path, noun)
  }
}

function requireFile(path: string, noun: string): void {
  if (existsSync(path)) return
  throw new DataError(
    'STEP_MISSING',
    `${path} does not exist. ${capitalise(noun)} is expected there. Set DATA_DIR to the folder that the service runs with.`,
  )
}

function requireKind(database: Database.Database, { path, applicationId, noun }: MigratedDatabase): void {
  // In one snapshot: another process may be making the file.
  const isOurs = database.transaction(() => {
    if (database.pragma('application_id', { simple: true }) === applicationId) return true
    return database.prepare<[], number>('select count(*) from sqlite_schema').pluck().get() === 0
  })()
  if (isOurs) return
  throw new DataError(
    'STORE_UNUSABLE',
    `${path} is another program's SQLite file. ${capitalise(noun)} is expected there. Move the file away, or set DATA_DIR to another folder.`,
  )
}

function applyMigrations(database: Database.Database, options: MigratedDatabase): void {
  const { migrationsFolder, applicationId, path, noun } = options
  const known = newestMigration(migrationsFolder)
  const applied = newestApplied(database)
  if (applied === known) return
  if (applied > known) {
    throw new DataError(
      'STORE_UNUSABLE',
      `${path} was written by a newer version of this program. A schema that this version knows is expected of ${noun}. Update the program, or set DATA_DIR to another folder.`,
    )
  }
  try {
    database.pragma(`application_id = ${applicationId}`)
    migrate(drizzle(database), { migrationsFolder })
  } catch (error) {
    // Two processes may open a new file at once: the other one has then just done the same work.
    if (newestApplied(database) !== known) throw error
  }
}

function newestApplied(database: Database.Database): number {
  const hasTable = database
    .prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'")
    .pluck()
    .get()
  if (!hasTable) return 0
  const newest = database.prepare<[], number>('select max(created_at) from __drizzle_migrations').pluck()
  return Number(newest.get())
}

function newestMigration(migrationsFolder: string): number {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8'),
  )
  return Math.max(...journal.entries.map(({ when }) => when))
}

/** SQLite's refusal in our words: what was found, what was expected, what to do. Other errors pass as they are. */
export function describeFailure(error: unknown, path: string, noun: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const { code, message } = error
  const options = { cause: error }
  if (code.startsWith('SQLITE_BUSY')) {
    return new DataError(
      'BUSY',
      `${path} is being written by another process. Writes of a moment are expected there. Try again; if it persists, end the process that keeps ${noun} locked.`,
      options,
    )
  }
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) {
    return new DataError(
      'STORE_UNUSABLE',
      `${path} can't be written: the disk is full or fails (${code}). Free space is expected for ${noun}. Free some, then try again.`,
      options,
    )
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new DataError(
      'STORE_UNUSABLE',
      `${path} can't be opened for writing (${code}). A folder and a file that this user may write are expected. Give write access to ${dirname(path)}, or set DATA_DIR to a folder of your own.`,
      options,
    )
  }
  if (code !== 'SQLITE_NOTADB' && !code.startsWith('SQLITE_CORRUPT')) return error
  return new DataError(
    'STORE_UNUSABLE',
    `${path} is damaged (${code}: ${message}). ${capitalise(noun)} is expected there. Restore it from its last backup; keep the damaged file.`,
    options,
  )
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
