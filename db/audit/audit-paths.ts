import { join } from 'node:path'

/** The SQLite file of the audit log. */
export function auditLogPath(dataDir: string): string {
  return join(dataDir, 'audit.sqlite')
}

/** The record, outside the log, of how far it had come: without it a log cut at its end would look whole. */
export function auditHeadPath(dataDir: string): string {
  return join(dataDir, 'audit-head.json')
}
