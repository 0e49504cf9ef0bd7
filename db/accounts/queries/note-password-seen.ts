import { eq } from 'drizzle-orm'
import type { Accounts } from '../open-accounts.ts'
import { user } from '../schema.ts'

/** Notes whether someone else has seen a user's password, so that it must be changed first of all. */
export function notePasswordSeen({ orm }: Accounts, userId: string, mustChangePassword: boolean): void {
  orm.update(user).set({ mustChangePassword }).where(eq(user.id, userId)).run()
}
