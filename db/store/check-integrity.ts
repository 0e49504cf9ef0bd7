import type Database from 'better-sqlite3'
import { applicationId } from './open-database.ts'
import { damaged } from './to-data-error.ts'

/**
 * SQLite's own check of the file, before anything is read from it.
 *
 * @throws DataError STORE_UNUSABLE for another program's file or a damaged one.
 */
export function checkIntegrity(database: Database.Database, path: string): void {
  const mark = database.pragma('application_id', { simple: true })
  const isNew = database.prepare('select count(*) from sqlite_schema').pluck().get() === 0
  if (mark !== applicationId && !isNew) throw damaged(path, 'it is another program’s SQLite file')
  const finding = database.pragma('quick_check(1)', { simple: true })
  if (finding !== 'ok') throw damaged(path, String(finding))
}
