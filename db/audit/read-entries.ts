import { auditColumns } from './audit-columns.ts'
import type { AuditEntry } from './audit-entry.ts'
import type { AuditLog } from './open-audit-log.ts'

type Readable = Pick<AuditLog, 'database'>

const fields = auditColumns.map(({ name, column }) => `${column} as ${name}`).join(', ')
const selectEntries = `select ${fields} from audit_entries`

/** Every entry by its number, one at a time: the log may be larger than memory. */
export function readEntries({ database }: Readable): IterableIterator<AuditEntry> {
  return database.prepare<[], AuditEntry>(`${selectEntries} order by entry_id`).iterate()
}

/** One entry, or null. */
export function findEntry({ database }: Readable, entryId: number): AuditEntry | null {
  return database.prepare<[number], AuditEntry>(`${selectEntries} where entry_id = ?`).get(entryId) ?? null
}
