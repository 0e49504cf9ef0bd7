import type { Accounts } from '../open-accounts.ts'
import { apiTokens } from '../schema.ts'

export type NewApiToken = typeof apiTokens.$inferInsert

/** Keeps a token by its hash. One with the same hash, made by another process, stays as it is. */
export function createApiToken({ orm }: Accounts, token: NewApiToken): void {
  orm.insert(apiTokens).values(token).onConflictDoNothing().run()
}
