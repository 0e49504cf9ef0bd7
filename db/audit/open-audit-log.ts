import { fileURLToPath } from 'node:url'
import type Database from 'better-sqlite3'
import { DataError } from '../data-error.ts'
import { describeFailure, openMigratedDatabase } from '../open-migrated-database.ts'
import { auditColumns } from './audit-columns.ts'
import type { AuditEntry, NewAuditEntry } from './audit-entry.ts'
import { auditLogPath } from './audit-paths.ts'
import { computeEntryHash, firstPreviousHash } from './compute-entry-hash.ts'
import { type AuditHead, type AuditHeadFile, openAuditHead } from './open-audit-head.ts'

/** An open audit log: one SQLite connection, for one thread. Several processes may append to the same file. */
export interface AuditLog {
  readonly path: string
  readonly database: Database.Database
  readonly head: AuditHeadFile
  /**
   * Appends entries in one transaction, chained to the last one, and records the new head.
   *
   * @throws DataError when the file can't be written: no entry of these is in the log then.
   */
  append(entries: readonly NewAuditEntry[]): void
  close(): void
}

/** 'HcAu' */
const applicationId = 0x48634175
const noun = 'the audit log'

export interface OpenAuditLogOptions {
  /** Whether an absent log is made; an error otherwise. */
  create?: boolean
  /**
   * Whether each commit is written through to the disk: the log then outlives a loss of power, not only its process,
   * for some milliseconds a commit.
   */
  outlivesPower?: boolean
}

/**
 * Opens the audit log of a DATA_DIR; it is made when there is none.
 *
 * @throws DataError as `openMigratedDatabase` does.
 */
export function openAuditLog(
  dataDir: string,
  { create = true, outlivesPower = false }: OpenAuditLogOptions = {},
): AuditLog {
  const path = auditLogPath(dataDir)
  const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
  const database = openMigratedDatabase({ path, applicationId, migrationsFolder, noun, create })
  if (outlivesPower) database.pragma('synchronous = FULL')
  // Fewer checkpoints, each a write to disk, than SQLite's 1,000 pages would make; the log stays below 32 MB.
  database.pragma('wal_autocheckpoint = 8000')
  const head = openAuditHead(dataDir)
  recordBeginning(database, head)
  return {
    path,
    database,
    head,
    append: createAppend(database, head, path),
    close() {
      head.close()
      database.close()
    },
  }
}

/** An empty log has a record too, so that a missing one always means that it was removed. */
function recordBeginning(database: Database.Database, head: AuditHeadFile): void {
  const begin = database.transaction(() => {
    const isEmpty = !database.prepare('select 1 from audit_entries limit 1').get()
    if (isEmpty && !head.read()) head.advance({ entries: 0, lastHash: firstPreviousHash })
  })
  begin.immediate()
}

function createAppend(
  database: Database.Database,
  head: AuditHeadFile,
  path: string,
): (entries: readonly NewAuditEntry[]) => void {
  const findLast = database.prepare<[], { entryId: number; entryHash: string }>(
    'select entry_id as entryId, entry_hash as entryHash from audit_entries order by entry_id desc limit 1',
  )
  const findHash = database
    .prepare<[number], string>('select entry_hash from audit_entries where entry_id = ?')
    .pluck()
  const reaches = (recorded: AuditHead | null) =>
    recorded !== null && (recorded.entries === 0 || findHash.get(recorded.entries) === recorded.lastHash)
  const insert = database.prepare<AuditEntry>(
    `insert into audit_entries (${auditColumns.map(({ column }) => column).join(', ')})
     values (${auditColumns.map(({ name }) => `@${name}`).join(', ')})`,
  )
  const append = database.transaction((entries: readonly NewAuditEntry[]) => {
    if (!reaches(head.read())) throw cutOff(path)
    let last = findLast.get() ?? { entryId: 0, entryHash: firstPreviousHash }
    for (const entry of entries) {
      const linked = { ...entry, entryId: last.entryId + 1, previousHash: last.entryHash }
      last = { entryId: linked.entryId, entryHash: computeEntryHash(linked) }
      insert.run({ ...linked, entryHash: last.entryHash })
    }
    return { entries: last.entryId, lastHash: last.entryHash }
  })
  return (entries) => {
    try {
      // Immediate: the last entry is read under the lock, so that no other process appends in between.
      head.advance(append.immediate(entries))
    } catch (error) {
      throw describeFailure(error, path, noun)
    }
  }
}

/** Going on would write over the one record of what is missing. */
function cutOff(path: string): DataError {
  return new DataError(
    'STORE_UNUSABLE',
    `${path} does not reach the entry that audit-head.json records: entries were cut off, or one of the two files was replaced. A log as it was left is expected. See \`npm run audit:verify\`; restore both files, or move both away, keep them, and a new log begins.`,
  )
}
