import { eq } from 'drizzle-orm'
import type { Accounts } from '../open-accounts.ts'
import { user } from '../schema.ts'

export type StoredUser = typeof user.$inferSelect

/** The account with this address, in small letters as it is kept; null when there is none. */
export function findUserByEmail({ orm }: Accounts, email: string): StoredUser | null {
  return orm.select().from(user).where(eq(user.email, email.toLowerCase())).get() ?? null
}

/** The account with this id, or null. */
export function findUserById({ orm }: Accounts, userId: string): StoredUser | null {
  return orm.select().from(user).where(eq(user.id, userId)).get() ?? null
}
