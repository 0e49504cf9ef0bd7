import { and, asc, count, eq, getTableColumns, gt } from 'drizzle-orm'
import type { Accounts } from '../open-accounts.ts'
import { session, user } from '../schema.ts'

/** Every account, by address, with how many sessions it has open. */
export function listUsers({ orm }: Accounts, now: Date) {
  const { name, email, role, mustChangePassword, isDemo, createdAt } = getTableColumns(user)
  return orm
    .select({
      userId: user.id,
      name,
      email,
      role,
      isDisabled: user.banned,
      mustChangePassword,
      isDemo,
      createdAt,
      sessions: count(session.id),
    })
    .from(user)
    .leftJoin(session, and(eq(session.userId, user.id), gt(session.expiresAt, now)))
    .groupBy(user.id)
    .orderBy(asc(user.email))
    .all()
}
