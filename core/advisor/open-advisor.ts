import { resolveDataDir } from '#db/data-dir.ts'
import { keepUntilChanged } from '#db/store/keep-until-changed.ts'
import { type FeatureStore, openFeatureStore } from '#db/store/open-feature-store.ts'
import { findChampion } from '../bundle/find-champion.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import type { PendingService } from '../contracts/service-status.ts'
import type { FeatureSpread } from '../contracts/wording/describe-reason.ts'
import type { Explainer } from '../explanation/create-explainer.ts'
import type { TreeEnsemble } from '../explanation/tree-ensemble.ts'
import type { Scorer } from '../scoring/open-scorer.ts'
import { type AuditRecorder, unrecorded } from './audit-recorder.ts'
import { type OpenModel, openModel } from './open-model.ts'
import { parseCurrency } from './parse-currency.ts'
import { readServedDataset, type ServedDataset } from './read-served-dataset.ts'
import { translateDataErrors } from './translate-data-errors.ts'

/** What every function of the advisor works with. Opened once, closed once. */
export interface AdvisorContext {
  /** For reading. Where the advisor is lent, the store as it was when this advisor began to serve. */
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
  /** Keeps every answer before it is given. Nothing is kept until a door binds the recorder of its caller. */
  audit: AuditRecorder
  clock(): Date
  /** What is to be served instead of this; null when nothing is. */
  pending(): PendingService | null
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
  const model = await openModel(loadBundle(findChampion(dataDir, options.committedBundlesDir)))
  const store = translateDataErrors(() => openFeatureStore({ dataDir }))
  const close = async () => {
    await model.scorer.close()
    store.close()
  }
  return createAdvisor({ ...options, model, store, pending: () => null, close })
}

export interface CreateAdvisorOptions extends Pick<OpenAdvisorOptions, 'currency' | 'clock'> {
  model: OpenModel
  store: FeatureStore
  pending(): PendingService | null
  close(): Promise<void>
}

/**
 * Puts an open model and an open store together.
 *
 * @throws AdvisorError STORE_MISSING or FEATURES_MISMATCH when they do not go together.
 */
export function createAdvisor({ model, store, ...options }: CreateAdvisorOptions): AdvisorContext {
  const { scorer, explainer, ensemble, spreads, nearest } = model
  const advisor: AdvisorContext = {
    store,
    scorer,
    explainer,
    ensemble,
    spreads,
    currency: parseCurrency(options.currency ?? process.env.CURRENCY),
    servedDataset: () =>
      keepUntilChanged(store, 'served-dataset', () =>
        readServedDataset(store, scorer.bundle.manifest, nearest),
      ),
    audit: unrecorded,
    clock: options.clock ?? (() => new Date()),
    pending: options.pending,
    close: options.close,
  }
  // A model that does not fit the store is better known now than at the first question.
  advisor.servedDataset()
  return advisor
}
