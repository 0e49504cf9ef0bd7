import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'

/** Bytes of the store's log, which holds what was committed until it is copied into the store's file. */
export function measureLog(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

/**
 * Copies the log into the store's file and empties it, as far as readers of older snapshots let it: nobody is waited
 * for. A load leaves a log as large as the store.
 */
export function emptyLog(database: Database.Database, path: string): void {
  if (measureLog(path) === 0) return
  const timeout = database.pragma('busy_timeout', { simple: true })
  database.pragma('busy_timeout = 0')
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.pragma(`busy_timeout = ${timeout}`)
}
