/** What entries of the audit log are chosen by; none of them: all. */
export interface AuditFilters {
  clientId?: number | undefined
  /** `user:ID`, `token:ID` or `local:NAME`; `local` for everyone on the service's own machine. */
  actor?: string | undefined
  door?: string | undefined
  /** Kind of answer: score, explanation, comparison … */
  kind?: string | undefined
  /** First moment, UTC, ISO 8601. */
  from?: string | undefined
  /** First moment that is no more among them. */
  until?: string | undefined
}

/** Where a page of the list begins: at the newest entry, or next to one that another page has shown. */
export type AuditPlace = { beside: null } | { beside: number; direction: 'older' | 'newer' }

/** An answer that left the service: what is told of it in a list. */
export interface ListedAuditEntry {
  entryId: number
  /** UTC, ISO 8601. */
  recordedAt: string
  /** `user:ID`, `token:ID` or `local:NAME`. */
  actor: string
  door: string
  kind: string
  /** Null for an answer about several clients. */
  clientId: number | null
  modelVersion: string
}

/** A page of the log, newest entry first. */
export interface AuditList {
  entries: ListedAuditEntry[]
  hasNewer: boolean
  hasOlder: boolean
  /** How many entries there are of these filters. */
  count: number
  /** Whether there are more than that: counting ended there. */
  isMore: boolean
}

/** One entry with all that proves it. */
export interface AuditEntryView extends ListedAuditEntry {
  bundleSha256: string
  modelSha256: string
  dataVersion: string
  featuresSha256: string | null
  previousHash: string
  entryHash: string
  /** JSON, as it was asked. */
  input: string
  /** JSON, as it was shown. */
  answer: string
  /** Whether its hash is that of what it holds, and its predecessor's is the one that it names. */
  isAsWritten: boolean
  /** Number of the last entry of the log. */
  lastEntryId: number
}

/** What pages ask of the audit log. Every function makes sure itself that who asks may read it. */
export interface AuditDesk {
  list(filters: AuditFilters, place: AuditPlace): AuditList
  /** How many entries the log has. */
  countAll(): number
  /**
   * Shows one entry, which is itself an answer that someone is shown: it is in the log before it is given.
   *
   * @throws AdvisorError AUDIT_UNAVAILABLE when that can't be kept.
   */
  show(entryId: number): Promise<AuditEntryView | null>
}
