import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { auditHeadPath, auditLogPath } from '../audit/audit-paths.ts'
import { firstPreviousHash } from '../audit/compute-entry-hash.ts'
import { type AuditHead, parseHead } from '../audit/open-audit-head.ts'
import type { BackupFile, BackupManifest } from './backup-manifest.ts'
import { hashFile } from './copy-hashed.ts'

/** What is recorded beside a log as it serves; null when nothing readable is. */
export function readRecordedHead(path: string): AuditHead | null {
  return existsSync(path) ? parseHead(readFileSync(path, 'utf8')) : null
}

/**
 * Records the head of a copied log beside it. A log that does not pass through the head recorded beside the original
 * was cut or replaced: the copy keeps that record, so that it looks no better than the original.
 */
export function writeCopiedHead(
  backupDir: string,
  recorded: AuditHead | null,
): { audit: NonNullable<BackupManifest['audit']>; file: BackupFile | null } {
  const log = new Database(auditLogPath(backupDir), { readonly: true })
  try {
    const head = readLastEntry(log)
    const followsRecord = recorded !== null && passesThrough(log, recorded)
    const kept = followsRecord ? head : recorded
    const audit = { ...head, followsRecord }
    if (!kept) return { audit, file: null }
    const path = auditHeadPath(backupDir)
    writeFileSync(path, `${JSON.stringify(kept)}\n`, { mode: 0o600, flag: 'wx' })
    return { audit, file: { path: basename(path), ...hashFile(path) } }
  } finally {
    log.close()
  }
}

/** Whether a log holds the entry that a head names. */
export function passesThrough(log: Database.Database, { entries, lastHash }: AuditHead): boolean {
  if (entries === 0) return lastHash === firstPreviousHash
  const find = log
    .prepare<[number], string>('select entry_hash from audit_entries where entry_id = ?')
    .pluck()
  return find.get(entries) === lastHash
}

function readLastEntry(log: Database.Database): AuditHead {
  const last = log.prepare<[], AuditHead>(
    'select entry_id as entries, entry_hash as lastHash from audit_entries order by entry_id desc limit 1',
  )
  return last.get() ?? { entries: 0, lastHash: firstPreviousHash }
}
