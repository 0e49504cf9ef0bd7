import { and, eq, isNull } from 'drizzle-orm'
import type { Accounts } from '../open-accounts.ts'
import { apiTokens } from '../schema.ts'

/** Ends a token, for good. False when there is none or it was revoked before. */
export function revokeApiToken({ orm }: Accounts, tokenId: string, now: Date): boolean {
  const revoked = orm
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.tokenId, tokenId), isNull(apiTokens.revokedAt)))
    .run()
  return revoked.changes > 0
}
