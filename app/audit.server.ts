import { data } from '@remix-run/node'
import { errorCatalogue, isAdvisorError } from '#core/contracts/advisor-error.ts'
import type { AuditDesk, AuditEntryView } from '#core/contracts/audit.ts'
import type { Caller } from '#core/contracts/caller.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Null where nobody has signed in. */
    auditDesk: AuditDesk | null
  }
}

interface AuditContext {
  auditDesk: AuditDesk | null
  person: Pick<Caller, 'scopes'> | null
}

/**
 * The audit log, for who may read it.
 *
 * @throws the page that says that it is not in their rights.
 */
export function requireAudit({ auditDesk, person }: AuditContext): AuditDesk {
  if (auditDesk && person?.scopes.has('audit:read')) return auditDesk
  throw data({ code: 'FORBIDDEN' }, { status: 403 })
}

/**
 * One entry of the log.
 *
 * @throws the page of an error: there is no such entry, or that it was shown can't be kept.
 */
export async function showAuditEntry(desk: AuditDesk, entryId: number): Promise<AuditEntryView> {
  try {
    const entry = await desk.show(entryId)
    if (entry) return entry
  } catch (error) {
    if (!isAdvisorError(error)) throw error
    throw data({ code: error.code }, { status: errorCatalogue[error.code].httpStatus })
  }
  throw data(null, { status: 404 })
}
