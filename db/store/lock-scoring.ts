import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'

const retryAfterMs = 200

/**
 * Waits until no other process scores the portfolio of a DATA_DIR: several servers that hear of a new model at once
 * would each do the whole work. The operating system gives the lock back when the process ends, however it ends.
 *
 * @returns Gives the lock back.
 */
export async function lockScoring(dataDir: string): Promise<() => void> {
  if (!existsSync(dataDir)) return () => {}
  // SQLite's lock on a file that stays empty: it works wherever the store itself does.
  const database = new Database(join(dataDir, 'scoring.lock'), { timeout: 0 })
  while (!tryLock(database)) await pause(retryAfterMs)
  return () => database.close()
}

function tryLock(database: Database.Database): boolean {
  try {
    database.exec('begin exclusive')
    return true
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return false
    throw error
  }
}
