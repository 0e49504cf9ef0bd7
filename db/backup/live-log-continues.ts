import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { auditHeadPath, auditLogPath } from '../audit/audit-paths.ts'
import type { AuditHead } from '../audit/open-audit-head.ts'
import { passesThrough, readRecordedHead } from './copy-audit-head.ts'

/**
 * Whether the audit log of a DATA_DIR holds everything that a backup's does, and is as it was left: putting the backup
 * in its place would then only lose what was shown since.
 */
export function liveLogContinues(dataDir: string, backedUp: AuditHead | null): boolean {
  const path = auditLogPath(dataDir)
  const recorded = readRecordedHead(auditHeadPath(dataDir))
  if (!backedUp || !recorded || !existsSync(path)) return false
  let log: Database.Database | undefined
  try {
    log = new Database(path, { readonly: true })
    if (log.pragma('quick_check(1)', { simple: true }) !== 'ok') return false
    return passesThrough(log, backedUp) && passesThrough(log, recorded)
  } catch (error) {
    // Damaged, or no log at all: the backup's is better.
    if (error instanceof Database.SqliteError) return false
    throw error
  } finally {
    log?.close()
  }
}
