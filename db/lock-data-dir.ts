import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DataError } from './data-error.ts'
import { describeFailure } from './open-migrated-database.ts'

/**
 * Tells other processes that this one serves from a DATA_DIR; any number may at once. The operating system takes the
 * mark back when the process ends, however it ends.
 *
 * @returns Takes the mark back.
 * @throws DataError BUSY while a restore is under way; STORE_UNUSABLE when the folder can't be written.
 */
export function shareDataDir(dataDir: string): () => void {
  // A read transaction holds SQLite's shared lock.
  return lock(dataDir, 'begin; select count(*) from sqlite_schema', () => ({
    found: `A restore into ${dataDir} is under way.`,
    expected: 'A DATA_DIR whose files stay is expected.',
    nextStep: 'Wait for it to end, then start again.',
  }))
}

/**
 * Keeps every process that serves from a DATA_DIR out of it.
 *
 * @returns Lets them in again.
 * @throws DataError BUSY when one serves from it; STORE_UNUSABLE when the folder can't be written.
 */
export function claimDataDir(dataDir: string): () => void {
  return lock(dataDir, 'begin exclusive', () => ({
    found: `A server is running on ${dataDir}.`,
    expected: 'A DATA_DIR that nobody serves from is expected.',
    nextStep: 'Stop the server, then try again.',
  }))
}

interface Refusal {
  found: string
  expected: string
  nextStep: string
}

function lock(dataDir: string, sql: string, describeBusy: () => Refusal): () => void {
  const path = join(dataDir, 'in-use.lock')
  let database: Database.Database | undefined
  try {
    // SQLite's lock on a file that stays empty: it works wherever the databases themselves do.
    database = new Database(path, { timeout: 0 })
    database.exec(sql)
    return () => database?.close()
  } catch (error) {
    database?.close()
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY')
      throw describeFailure(error, path, 'the lock of DATA_DIR')
    const { found, expected, nextStep } = describeBusy()
    throw new DataError('BUSY', `${found} ${expected} ${nextStep}`, { cause: error })
  }
}
