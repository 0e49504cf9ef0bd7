import type Database from 'better-sqlite3'
import type { AuditEntry } from './audit-entry.ts'

export type AuditOverview = Pick<
  AuditEntry,
  'entryId' | 'recordedAt' | 'actor' | 'door' | 'kind' | 'clientId' | 'modelVersion'
>

export interface EntryFilters {
  clientId?: number | undefined
  /** All of one actor, or with `local` all of the users of the machine. */
  actor?: string | undefined
  door?: string | undefined
  kind?: string | undefined
  /** UTC, ISO 8601, included. */
  from?: string | undefined
  /** Excluded. */
  until?: string | undefined
}

export interface EntryPlace {
  /** Number of the entry next to which the page begins; null for the newest. */
  beside: number | null
  direction: 'older' | 'newer'
  limit: number
}

const conditions: Record<keyof EntryFilters, string> = {
  clientId: 'client_id = @clientId',
  actor: 'actor = @actor',
  door: 'door = @door',
  kind: 'kind = @kind',
  from: 'recorded_at >= @from',
  until: 'recorded_at < @until',
}
// ';' is the character after ':'.
const localActors = "actor >= 'local:' and actor < 'local;'"

/**
 * Entries that pass the filters, on one side of another entry, the one next to it first: from the newest backwards
 * unless told otherwise. What entries hold is not read: a list of 300,000 takes milliseconds.
 */
export function listEntries(
  database: Database.Database,
  filters: EntryFilters,
  { beside, direction, limit }: EntryPlace,
): AuditOverview[] {
  const { index, where } = composeWhere(filters)
  const isOlder = direction === 'older'
  const order = isOlder ? 'desc' : 'asc'
  const side =
    beside === null
      ? ''
      : `and (recorded_at, entry_id) ${isOlder ? '<' : '>'} ((select recorded_at from audit_entries where entry_id = @beside), @beside)`
  return database
    .prepare<[object], AuditOverview>(
      `select entry_id as entryId, recorded_at as recordedAt, actor, door, kind, client_id as clientId,
              model_version as modelVersion
       from audit_entries indexed by ${index} where ${where} ${side}
       order by recorded_at ${order}, entry_id ${order} limit @limit`,
    )
    .all({ ...filters, beside, limit })
}

/** How many entries pass the filters, counted as far as `most`; all entries are counted at once. */
export function countEntries(database: Database.Database, filters: EntryFilters, most: number): number {
  const { index, where, isAll } = composeWhere(filters)
  // Entries are numbered without a gap.
  if (isAll) return findLastEntryId(database)
  return database
    .prepare<[object], number>(
      `select count(*) from (select 1 from audit_entries indexed by ${index} where ${where} limit @most)`,
    )
    .pluck()
    .get({ ...filters, most }) as number
}

/** Number of the last entry; 0 in an empty log. */
export function findLastEntryId(database: Database.Database): number {
  return database
    .prepare<[], number>('select coalesce(max(entry_id), 0) from audit_entries')
    .pluck()
    .get() as number
}

/** SQLite can't know that a client has few of the entries: which index serves is said. */
function composeWhere(filters: EntryFilters): { index: string; where: string; isAll: boolean } {
  const named = (Object.keys(conditions) as (keyof EntryFilters)[]).filter(
    (name) => filters[name] !== undefined,
  )
  const parts = named.map((name) =>
    name === 'actor' && filters.actor === 'local' ? localActors : conditions[name],
  )
  return {
    index: filters.clientId === undefined ? 'audit_entries_overview' : 'audit_entries_by_client',
    where: ['true', ...parts].join(' and '),
    isAll: named.length === 0,
  }
}
