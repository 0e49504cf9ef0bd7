import type { AuditFilters, AuditPlace } from '#core/contracts/audit.ts'

/** What the address of the log's list chooses. */
export interface AuditQuery {
  clientId?: number | undefined
  actor?: string | undefined
  door?: string | undefined
  kind?: string | undefined
  /** A day of the service's time zone, YYYY-MM-DD. */
  day?: string | undefined
  place: AuditPlace
}

export type AuditParameter = 'client' | 'who' | 'door' | 'kind' | 'day' | 'older' | 'newer'

/** A part of the address that can't be used: it is left out, and the page says so. */
export interface AuditQueryProblem {
  parameter: AuditParameter
  /** At most 40 characters of what stood there. */
  found: string
}

/** The filters of a query; the bounds of its day, UTC, are given beside it. */
export function toAuditFilters(
  { clientId, actor, door, kind }: AuditQuery,
  day: { from: string; until: string } | null,
): AuditFilters {
  return { clientId, actor, door, kind, from: day?.from, until: day?.until }
}

/** Whether anything but the place is chosen. */
export function isFiltered({ place: _, ...filters }: AuditQuery): boolean {
  return Object.values(filters).some((filter) => filter !== undefined)
}
