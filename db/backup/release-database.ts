import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { DataError } from '../data-error.ts'
import { describeFailure } from '../open-migrated-database.ts'

/**
 * Makes sure that no process has a SQLite file open, and folds its log into it. SQLite leaves its log for good only
 * when nobody else has the file open, whoever that is and however long they have been idle. A damaged file passes.
 *
 * @throws DataError BUSY when a process has it open.
 */
export function releaseDatabase(path: string): void {
  if (!existsSync(path)) return
  let database: Database.Database | undefined
  try {
    database = new Database(path, { fileMustExist: true, timeout: 500 })
    if (database.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw inUse(path)
    database.exec('begin exclusive; commit')
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    if (error.code.startsWith('SQLITE_BUSY')) throw inUse(path, error)
    const isDamaged = error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')
    if (!isDamaged) throw describeFailure(error, path, 'the file to replace')
  } finally {
    database?.close()
  }
}

function inUse(path: string, cause?: unknown): DataError {
  return new DataError(
    'BUSY',
    `${path} is open in another process. A DATA_DIR that nobody uses is expected. Stop the server, and assistants that run "npm run mcp", then try again.`,
    { cause },
  )
}
