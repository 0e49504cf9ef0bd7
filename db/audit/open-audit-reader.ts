import Database from 'better-sqlite3'
import { describeFailure } from '../open-migrated-database.ts'
import { auditLogPath } from './audit-paths.ts'

/** A connection to an audit log that only reads. */
export interface AuditReader {
  readonly database: Database.Database
  close(): void
}

/**
 * Opens the audit log of a DATA_DIR to be read; it must be there, of this version.
 *
 * @throws DataError when it can't be opened.
 */
export function openAuditReader(dataDir: string): AuditReader {
  const path = auditLogPath(dataDir)
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true })
    return { database, close: () => database.close() }
  } catch (error) {
    throw describeFailure(error, path, 'the audit log')
  }
}
