import type { Scope } from '#core/contracts/caller.ts'
import type { MessageKey } from '../../messages/fr.ts'

/** What each right of a token is called. */
export const scopeMessages: Partial<Record<Scope, MessageKey>> = {
  'clients:read': 'scope.clients:read',
  'clients:simulate': 'scope.clients:simulate',
  'model:read': 'scope.model:read',
  'audit:read': 'scope.audit:read',
  'decisions:write': 'scope.decisions:write',
}
