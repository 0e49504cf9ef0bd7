import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Accounts } from '../open-accounts.ts'
import { account, session, user } from '../schema.ts'

const providerId = 'credential'

/** Gives an account another password, to be changed at its first use; its sessions end, and it is enabled again. */
export function replacePassword(
  { orm }: Accounts,
  userId: string,
  { name, role, passwordHash }: { name: string; role: typeof user.$inferSelect.role; passwordHash: string },
): void {
  orm.transaction(
    (transaction) => {
      const enabled = { banned: false, banReason: null, banExpires: null, mustChangePassword: true }
      transaction
        .update(user)
        .set({ name, role, ...enabled })
        .where(eq(user.id, userId))
        .run()
      transaction.delete(session).where(eq(session.userId, userId)).run()
      const isCredential = and(eq(account.userId, userId), eq(account.providerId, providerId))
      const replaced = transaction.update(account).set({ password: passwordHash }).where(isCredential).run()
      if (replaced.changes > 0) return
      const id = randomUUID()
      transaction
        .insert(account)
        .values({ id, accountId: userId, providerId, userId, password: passwordHash })
        .run()
    },
    { behavior: 'immediate' },
  )
}
