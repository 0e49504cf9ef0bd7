import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { DataError } from '../data-error.ts'

/** SQLite's refusal in our words: what was found, what was expected, what to do. Other errors pass as they are. */
export function toDataError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const { code } = error
  if (code === 'SQLITE_BUSY' || code.startsWith('SQLITE_BUSY_')) {
    return new DataError(
      'BUSY',
      `${path} is being written by another process. One load or scoring run is expected at a time. Wait for it to end, then try again.`,
      { cause: error },
    )
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return damaged(path, `${code}: ${error.message}`, error)
  }
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
    return new DataError(
      'STORE_UNUSABLE',
      `The disk that holds ${path} is full (${code}); the store is as it was before. Space for about twice the store is expected. Free some, then run again.`,
      { cause: error },
    )
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new DataError(
      'STORE_UNUSABLE',
      `${path} can't be opened (${code}). A folder and a file that this user may write are expected, since SQLite keeps its log beside the store, readers too. Give write access to ${dirname(path)}, or set DATA_DIR to a folder of your own.`,
      { cause: error },
    )
  }
  return error
}

/** The error for a store that SQLite can't trust any more. */
export function damaged(path: string, finding: string, cause?: unknown): DataError {
  return new DataError(
    'STORE_UNUSABLE',
    `${path} is damaged or is no feature store (${finding}). A SQLite file written by \`npm run store:load\` is expected. Move it and its -wal and -shm files away, then run \`npm run store:load\`.`,
    { cause },
  )
}
