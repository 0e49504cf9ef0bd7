import type { Role } from '#core/contracts/caller.ts'
import type { MessageKey } from '../../messages/fr.ts'

/** The roles in the order in which a form offers them, and what they are called. */
export const roleMessages: Record<Role, MessageKey> = {
  advisor: 'account.role.advisor',
  data_scientist: 'account.role.data_scientist',
  administrator: 'account.role.administrator',
}

export const roles = Object.keys(roleMessages) as Role[]
