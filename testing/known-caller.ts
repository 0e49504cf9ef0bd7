import { unrecorded } from '#core/advisor/audit-recorder.ts'
import type { CallerAtDoor } from '#core/advisor/lend-to-caller.ts'
import type { Audit } from '#core/advisor/open-audit.ts'
import { type Caller, type Scope, scopeSchema } from '#core/contracts/caller.ts'

/** A caller who may do what the scopes name; everything unless given. */
export function inventCaller(scopes: readonly Scope[] = scopeSchema.options): Caller {
  return { actor: 'token:test', scopes: new Set(scopes), isDemo: false }
}

/** For tests of what is answered rather than of what is kept of it. */
export const unkeptAudit: Audit = { recorderFor: () => unrecorded, close() {} }

/** Everyone is the same caller, who may do everything. */
export const identifyAll = (): CallerAtDoor => ({
  caller: inventCaller(),
  door: 'mcp-stdio',
  audit: unkeptAudit,
})
