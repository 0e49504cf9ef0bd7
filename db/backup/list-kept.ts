import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { auditHeadPath, auditLogPath } from '../audit/audit-paths.ts'
import type { AuditHead } from '../audit/open-audit-head.ts'
import { passesThrough, readRecordedHead } from './copy-audit-head.ts'

const accountsFile = 'accounts.sqlite'

/**
 * Files of a DATA_DIR that a restore leaves as they are. An audit log that holds everything that the backup's does, and
 * is as it was left: the backup's could only lose what was shown since. Accounts that are whole: those of the backup
 * would let people and tokens in again that were shut out since.
 */
export function listKept(dataDir: string, backedUp: AuditHead | null): string[] {
  const audit = [auditLogPath(dataDir), auditHeadPath(dataDir)].map((path) => basename(path))
  return [
    ...(logContinues(dataDir, backedUp) ? audit : []),
    ...(isSound(join(dataDir, accountsFile), holdsAccounts) ? [accountsFile] : []),
  ]
}

function logContinues(dataDir: string, backedUp: AuditHead | null): boolean {
  const recorded = readRecordedHead(auditHeadPath(dataDir))
  if (!backedUp || !recorded) return false
  return isSound(auditLogPath(dataDir), (log) => passesThrough(log, backedUp) && passesThrough(log, recorded))
}

function holdsAccounts(accounts: Database.Database): boolean {
  return (accounts.prepare<[], number>('select count(*) from user').pluck().get() ?? 0) > 0
}

/** Whether a SQLite file is whole and passes a check of ours; damaged, or no SQLite file at all, it is not. */
function isSound(path: string, check: (database: Database.Database) => boolean): boolean {
  if (!existsSync(path)) return false
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true })
    return database.pragma('quick_check(1)', { simple: true }) === 'ok' && check(database)
  } catch (error) {
    if (error instanceof Database.SqliteError) return false
    throw error
  } finally {
    database?.close()
  }
}
