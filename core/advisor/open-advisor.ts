import { resolveDataDir } from '#db/data-dir.ts'
import { keepUntilChanged } from '#db/store/keep-until-changed.ts'
import { type FeatureStore, openFeatureStore } from '#db/store/open-feature-store.ts'
import { findChampion } from '../bundle/find-champion.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import { openScorer, type Scorer } from '../scoring/open-scorer.ts'
import { readServedDataset, type ServedDataset } from './read-served-dataset.ts'
import { translateDataErrors } from './translate-data-errors.ts'

/** What every function of the advisor works with. Opened once, closed once. */
export interface AdvisorContext {
  store: FeatureStore
  scorer: Scorer
  /** The dataset that the store holds now: read again after another process has loaded a new one. */
  servedDataset(): ServedDataset
  clock(): Date
  close(): Promise<void>
}

export interface OpenAdvisorOptions {
  /** Folder of the store and of models trained here; the environment's DATA_DIR unless given. */
  dataDir?: string
  /** Folder of the bundles to fall back on; those committed with the code unless given. */
  committedBundlesDir?: string
  clock?: () => Date
}

/**
 * Opens the feature store and the champion model.
 *
 * @throws AdvisorError STORE_MISSING, STORE_UNUSABLE, BUNDLE_MISSING, BUNDLE_CORRUPT or FEATURES_MISMATCH.
 */
export async function openAdvisor(options: OpenAdvisorOptions = {}): Promise<AdvisorContext> {
  const dataDir = options.dataDir ?? resolveDataDir()
  const scorer = await openScorer(loadBundle(findChampion(dataDir, options.committedBundlesDir)))
  const store = translateDataErrors(() => openFeatureStore({ dataDir }))
  const advisor: AdvisorContext = {
    store,
    scorer,
    servedDataset: () =>
      keepUntilChanged(store, 'served-dataset', () => readServedDataset(store, scorer.bundle.manifest)),
    clock: options.clock ?? (() => new Date()),
    async close() {
      await scorer.close()
      store.close()
    },
  }
  // A model that does not fit the store is better known at start than at the first question.
  advisor.servedDataset()
  return advisor
}
