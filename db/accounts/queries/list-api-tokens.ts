import { desc, eq, getTableColumns } from 'drizzle-orm'
import type { Accounts } from '../open-accounts.ts'
import { apiTokens, user } from '../schema.ts'

/** Every token, the newest first, with the address of who made it; never what it is. */
export function listApiTokens({ orm }: Accounts) {
  const { tokenSha256: _, ...columns } = getTableColumns(apiTokens)
  return orm
    .select({ ...columns, madeBy: user.email, isOwnerDisabled: user.banned })
    .from(apiTokens)
    .innerJoin(user, eq(user.id, apiTokens.userId))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.tokenId))
    .all()
}
