import { eq, sql } from 'drizzle-orm'
import { keepPerStore } from '../keep-per-store.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { clients } from '../schema.ts'

/** What the application says of a client, and the known outcome, which is not for those who advise. */
export type StoredClient = typeof clients.$inferSelect

/** A client's description, or null for an unknown client. */
export function findClientProfile(store: FeatureStore, clientId: number): StoredClient | null {
  const find = keepPerStore(store, 'find-client-profile', () =>
    store.orm
      .select()
      .from(clients)
      .where(eq(clients.clientId, sql.placeholder('clientId')))
      .prepare(),
  )
  return find.get({ clientId }) ?? null
}
