import { chmodSync } from 'node:fs'
import Database from 'better-sqlite3'
import { DataError } from '../data-error.ts'
import { describeFailure } from '../open-migrated-database.ts'
import type { BackupFile } from './backup-manifest.ts'
import { hashFile } from './copy-hashed.ts'

const pagesAtOnce = 4096

export interface DatabaseBackup extends Pick<BackupFile, 'bytes' | 'sha256'> {
  tables: Record<string, number>
}

/**
 * Copies a SQLite file while others write to it: the copy is the file as it was at one moment, checked, in one piece
 * without a log.
 *
 * @throws DataError STORE_UNUSABLE when the file or its copy is damaged or can't be read or written.
 */
export async function backUpDatabase(
  from: string,
  to: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<DatabaseBackup> {
  await copyAsOfNow(from, to, onProgress)
  chmodSync(to, 0o600)
  const tables = inspectCopy(to)
  return { ...hashFile(to), tables }
}

async function copyAsOfNow(
  from: string,
  to: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  let source: Database.Database | undefined
  try {
    source = new Database(from, { readonly: true, fileMustExist: true })
    // In one snapshot: SQLite would begin the copy anew whenever another process writes.
    source.exec('begin; select count(*) from sqlite_schema')
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages)
        return pagesAtOnce
      },
    })
  } catch (error) {
    throw describeFailure(error, from, 'the file to back up')
  } finally {
    source?.close()
  }
}

/** Rows of each table, once SQLite's whole check of the copy has passed. */
function inspectCopy(path: string): Record<string, number> {
  let copy: Database.Database | undefined
  try {
    copy = new Database(path, { fileMustExist: true })
    copy.pragma('journal_mode = DELETE')
    return checkDatabase(copy)
  } catch (error) {
    throw describeFailure(error, path, 'the copy')
  } finally {
    copy?.close()
  }
}

/**
 * Rows of each table of a SQLite file that is whole.
 *
 * @throws DataError STORE_UNUSABLE when SQLite's integrity check finds a fault.
 */
export function checkDatabase(database: Database.Database): Record<string, number> {
  const finding = database.pragma('integrity_check(1)', { simple: true })
  if (finding !== 'ok') {
    throw new DataError(
      'STORE_UNUSABLE',
      `${database.name} is damaged (${finding}). A SQLite file that is whole is expected. Restore the last backup of it; keep the damaged file.`,
    )
  }
  const names = database
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all()
  const count = (name: string) =>
    database
      .prepare<[], number>(`select count(*) from "${name.replaceAll('"', '""')}"`)
      .pluck()
      .get() ?? 0
  return Object.fromEntries(names.map((name) => [name, count(name)]))
}
