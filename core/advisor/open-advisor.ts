import { resolveDataDir } from '#db/data-dir.ts'
import { keepUntilChanged } from '#db/store/keep-until-changed.ts'
import { type FeatureStore, openFeatureStore } from '#db/store/open-feature-store.ts'
import { findChampion } from '../bundle/find-champion.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import { loadNeighbours } from '../bundle/load-neighbours.ts'
import { loadSpreads } from '../bundle/load-spreads.ts'
import type { FeatureSpread } from '../contracts/wording/describe-reason.ts'
import { createExplainer, type Explainer } from '../explanation/create-explainer.ts'
import { parseTrees } from '../explanation/parse-trees.ts'
import type { TreeEnsemble } from '../explanation/tree-ensemble.ts'
import { openScorer, type Scorer } from '../scoring/open-scorer.ts'
import { parseCurrency } from './parse-currency.ts'
import { readServedDataset, type ServedDataset } from './read-served-dataset.ts'
import { translateDataErrors } from './translate-data-errors.ts'

/** What every function of the advisor works with. Opened once, closed once. */
export interface AdvisorContext {
  store: FeatureStore
  scorer: Scorer
  /** Explains the very trees that the scorer sums. */
  explainer: Explainer
  ensemble: TreeEnsemble
  /** Where the training clients lie, by feature. */
  spreads: ReadonlyMap<string, FeatureSpread>
  /** ISO 4217, for amounts in sentences. */
  currency: string
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
  /** Currency of amounts in sentences; the environment's CURRENCY, EUR unless given. */
  currency?: string
  clock?: () => Date
}

/**
 * Opens the feature store and the champion model.
 *
 * @throws AdvisorError STORE_MISSING, STORE_UNUSABLE, BUNDLE_MISSING, BUNDLE_CORRUPT or FEATURES_MISMATCH.
 */
export async function openAdvisor(options: OpenAdvisorOptions = {}): Promise<AdvisorContext> {
  const dataDir = options.dataDir ?? resolveDataDir()
  const bundle = loadBundle(findChampion(dataDir, options.committedBundlesDir))
  const ensemble = parseTrees(bundle.modelBytes)
  const scorer = await openScorer(bundle)
  const nearest = loadNeighbours(bundle)
  const store = translateDataErrors(() => openFeatureStore({ dataDir }))
  const advisor: AdvisorContext = {
    store,
    scorer,
    explainer: createExplainer(ensemble),
    ensemble,
    spreads: loadSpreads(bundle),
    currency: parseCurrency(options.currency ?? process.env.CURRENCY),
    servedDataset: () =>
      keepUntilChanged(store, 'served-dataset', () =>
        readServedDataset(store, scorer.bundle.manifest, nearest),
      ),
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
