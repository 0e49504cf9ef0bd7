import { type FeatureStore, openSnapshot } from '#db/store/open-feature-store.ts'
import { explainClient } from './explain-client.ts'
import { createAdvisor } from './open-advisor.ts'
import type { OpenModel } from './open-model.ts'
import { searchClients } from './search-clients.ts'

/**
 * Makes sure that a model can serve a store: scores and explains one client, before anyone else is.
 *
 * @throws AdvisorError FEATURES_MISMATCH, BUNDLE_CORRUPT or SCORE_NOT_FINITE when it can't.
 */
export async function proveModel(model: OpenModel, store: FeatureStore): Promise<void> {
  // A connection of its own: what is kept of a store is kept for one model.
  const snapshot = openSnapshot(store)
  try {
    const nothing = { pending: () => null, close: async () => {} }
    const advisor = createAdvisor({ model, store: snapshot, ...nothing })
    const { clients } = await searchClients(advisor, { query: '', limit: 1 })
    for (const { clientId } of clients) await explainClient(advisor, { clientId })
  } finally {
    snapshot.close()
  }
}
