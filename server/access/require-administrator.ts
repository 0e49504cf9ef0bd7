import type { Accounts } from '#db/accounts/open-accounts.ts'
import { findUserById } from '#db/accounts/queries/find-user.ts'
import type { Auth } from './create-auth.ts'

/**
 * Makes sure that the session of these headers is an administrator's. Pages ask before; this is where nothing slips
 * by that forgot to.
 *
 * @returns The administrator's id.
 * @throws Error otherwise: no page should have come this far.
 */
export async function requireAdministrator(
  { accounts, auth }: { accounts: Accounts; auth: Auth },
  headers: Headers,
): Promise<string> {
  const session = await auth.api.getSession({ headers })
  const user = session && findUserById(accounts, session.user.id)
  if (user?.role === 'administrator' && !user.banned && !user.mustChangePassword) return user.id
  throw new Error('Accounts are managed by administrators alone.')
}
