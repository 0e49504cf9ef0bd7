import { type AuditRecorder, lookKind } from '#core/advisor/audit-recorder.ts'
import type { AuditDesk, AuditFilters } from '#core/contracts/audit.ts'
import type { Scope } from '#core/contracts/caller.ts'
import type { AuditEntry } from '#db/audit/audit-entry.ts'
import { computeEntryHash, firstPreviousHash } from '#db/audit/compute-entry-hash.ts'
import { countEntries, findLastEntryId, listEntries } from '#db/audit/list-entries.ts'
import type { AuditReader } from '#db/audit/open-audit-reader.ts'
import { findEntry } from '#db/audit/read-entries.ts'

export interface AuditDeskOptions {
  log: AuditReader
  /** What whoever asks may do. */
  scopes: ReadonlySet<Scope>
  /** Keeps that an entry was shown to them. */
  recorder: AuditRecorder
}

const pageSize = 50
const mostCounted = 10_000

/** The audit log, for one person who may read it. */
export function createAuditDesk({ log, scopes, recorder }: AuditDeskOptions): AuditDesk {
  const { database } = log
  const assertMayRead = () => {
    if (!scopes.has('audit:read')) throw new Error('The audit log is read with the scope audit:read alone.')
  }
  return {
    list(filters, place) {
      assertMayRead()
      const direction = place.beside === null ? 'older' : place.direction
      const found = listEntries(database, filters, { beside: place.beside, direction, limit: pageSize + 1 })
      const goesOn = found.length > pageSize
      const entries = found.slice(0, pageSize)
      const comesFromOther = place.beside !== null
      return {
        ...(direction === 'older'
          ? { entries, hasOlder: goesOn, hasNewer: comesFromOther }
          : { entries: entries.reverse(), hasNewer: goesOn, hasOlder: comesFromOther }),
        ...countUpToMost(filters),
      }
    },
    countAll() {
      assertMayRead()
      return findLastEntryId(database)
    },
    async show(entryId) {
      assertMayRead()
      const entry = findEntry(log, entryId)
      if (!entry) return null
      await recorder.record(describeShowing(entry))
      return { ...entry, isAsWritten: isAsWritten(entry), lastEntryId: findLastEntryId(database) }
    },
  }

  function countUpToMost(filters: AuditFilters): { count: number; isMore: boolean } {
    const isFiltered = Object.values(filters).some((filter) => filter !== undefined)
    const count = countEntries(database, filters, mostCounted + 1)
    const isMore = isFiltered && count > mostCounted
    return { count: isMore ? mostCounted : count, isMore }
  }

  function isAsWritten(entry: AuditEntry): boolean {
    const before = entry.entryId === 1 ? firstPreviousHash : findEntry(log, entry.entryId - 1)?.entryHash
    return computeEntryHash(entry) === entry.entryHash && entry.previousHash === before
  }
}

/** What was shown is the other entry: its number and its hash stand for all that it holds. */
function describeShowing({ entryId, entryHash, ...entry }: AuditEntry) {
  return {
    kind: lookKind,
    clientId: entry.clientId,
    input: { entryId },
    answer: { entryId, entryHash },
    model: {
      version: entry.modelVersion,
      sha256: entry.modelSha256,
      bundleSha256: entry.bundleSha256,
    },
    dataVersion: entry.dataVersion,
    featureRow: null,
  }
}
