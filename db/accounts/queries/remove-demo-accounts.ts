import { eq } from 'drizzle-orm'
import type { Accounts } from '../open-accounts.ts'
import { user } from '../schema.ts'

/** Removes the accounts whose credentials are published, with their sessions and tokens. */
export function removeDemoAccounts({ orm }: Accounts): void {
  orm.delete(user).where(eq(user.isDemo, true)).run()
}
