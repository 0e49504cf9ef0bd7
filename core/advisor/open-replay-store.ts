import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FeatureStore, openFeatureStore } from '#db/store/open-feature-store.ts'
import { findScoredModel } from '#db/store/queries/find-scored-model.ts'
import { storePath } from '#db/store/store-path.ts'
import { createAdvisor } from './open-advisor.ts'
import type { OpenModel } from './open-model.ts'
import { scorePortfolio } from './score-portfolio.ts'
import { translateDataErrors } from './translate-data-errors.ts'

export interface ReplayStore {
  store: FeatureStore
  close(): void
}

/**
 * Opens the store for answers that show every client's score by a model: as it is where it holds that model's scores,
 * otherwise a copy of it, scored anew, that goes when it is closed.
 *
 * @throws AdvisorError as `openAdvisor` and `scorePortfolio` do.
 */
export async function openReplayStore(dataDir: string, model: OpenModel): Promise<ReplayStore> {
  const store = translateDataErrors(() => openFeatureStore({ dataDir }))
  if (findScoredModel(store)?.bundleSha256 === model.bundle.sha256) {
    return { store, close: () => store.close() }
  }
  const copyDir = mkdtempSync(join(tmpdir(), 'replay-'))
  const remove = () => rmSync(copyDir, { recursive: true, force: true })
  try {
    await store.database.backup(storePath(copyDir))
    const copy = translateDataErrors(() => openFeatureStore({ dataDir: copyDir }))
    const close = () => {
      copy.close()
      remove()
    }
    await scorePortfolio(createAdvisor({ model, store: copy, pending: () => null, close: async () => {} }))
    return { store: copy, close }
  } catch (error) {
    remove()
    throw error
  } finally {
    store.close()
  }
}
