import { fileURLToPath } from 'node:url'
import type Database from 'better-sqlite3'
import { DataError } from '../data-error.ts'
import { describeFailure, openMigratedDatabase } from '../open-migrated-database.ts'
import { auditColumns } from './audit-columns.ts'
import type { NewAuditEntry } from './audit-entry.ts'
import { auditLogPath } from './audit-paths.ts'
import { firstPreviousHash, hashFields, listChainedFields } from './compute-entry-hash.ts'
import { type AuditHeadFile, openAuditHead } from './open-audit-head.ts'

/** An open audit log: one SQLite connection, for one thread. Several processes may append to the same file. */
export interface AuditLog {
  readonly path: string
  readonly database: Database.Database
  readonly head: AuditHeadFile
  /**
   * Makes sure that the log reaches the head that is recorded beside it.
   *
   * @throws DataError STORE_UNUSABLE when entries were cut off.
   */
  assertWhole(): void
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
  const assertWhole = createWholenessCheck(database, head, path)
  const append = createAppend(database, head, assertWhole)
  return {
    path,
    database,
    head,
    assertWhole,
    append(entries) {
      try {
        append(entries)
      } catch (error) {
        throw describeFailure(error, path, noun)
      }
    },
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
  assertWhole: () => void,
): (entries: readonly NewAuditEntry[]) => void {
  const findLast = database.prepare<[], { entryId: number; entryHash: string }>(
    'select entry_id as entryId, entry_hash as entryHash from audit_entries order by entry_id desc limit 1',
  )
  const columns = auditColumns.map(({ column }) => column)
  const insert = database.prepare<(string | number | null)[]>(
    `insert into audit_entries (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const append = database.transaction((entries: readonly NewAuditEntry[]) => {
    assertWhole()
    let { entryId, entryHash } = findLast.get() ?? { entryId: 0, entryHash: firstPreviousHash }
    for (const entry of entries) {
      entryId++
      const fields = listChainedFields({ ...entry, entryId, previousHash: entryHash })
      entryHash = hashFields(fields)
      insert.run(...fields, entryHash)
    }
    return { entries: entryId, lastHash: entryHash }
  })
  return (entries) => {
    // Immediate: the last entry is read under the lock, so that no other process appends in between.
    head.advance(append.immediate(entries))
  }
}

function createWholenessCheck(database: Database.Database, head: AuditHeadFile, path: string): () => void {
  const findHash = database
    .prepare<[number], string>('select entry_hash from audit_entries where entry_id = ?')
    .pluck()
  return () => {
    const recorded = head.read()
    const isWhole =
      recorded && (recorded.entries === 0 || findHash.get(recorded.entries) === recorded.lastHash)
    if (!isWhole) throw cutOff(path)
  }
}

/** Going on would write over the one record of what is missing. */
function cutOff(path: string): DataError {
  return new DataError(
    'STORE_UNUSABLE',
    `${path} does not reach the entry that audit-head.json records: entries were cut off, or one of the two files was replaced. A log as it was left is expected. See \`npm run audit:verify\`; restore both files, or move both away, keep them, and a new log begins.`,
  )
}
