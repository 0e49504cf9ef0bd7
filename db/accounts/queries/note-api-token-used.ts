import { eq } from 'drizzle-orm'
import type { Accounts } from '../open-accounts.ts'
import { apiTokens } from '../schema.ts'

/** Notes when a token was used. */
export function noteApiTokenUsed({ orm }: Accounts, tokenId: string, now: Date): void {
  orm.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.tokenId, tokenId)).run()
}
