import { type ApplicationFeatures, openApplicationFeatures } from '#db/store/open-application-features.ts'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { findDataset } from '#db/store/queries/find-dataset.ts'
import { listFeatures } from '#db/store/queries/list-features.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { BundleManifest } from '../contracts/bundle-manifest.ts'
import type { Language } from '../contracts/language.ts'
import { type DescribedFeature, readFeatureWords } from './read-feature-words.ts'
import { type Labels, readLabels } from './read-labels.ts'

/** The dataset that is served, and how its features become the model's input. */
export interface ServedDataset {
  dataVersion: string
  origin: 'demo' | 'import'
  /** Whether the model was trained on other data than these: another origin, or another import. */
  trainedOnOtherData: boolean
  /** Number of features of a client in the store. */
  storedFeatureCount: number
  /**
   * Picks the model's features, in its order, from stored features.
   *
   * @param stored Row-major, `clientCount × storedFeatureCount`.
   * @returns Row-major, `clientCount × manifest.features.length`.
   */
  selectModelFeatures(stored: Float32Array, clientCount?: number): Float32Array
  labels(language: Language): Labels
  /** The stored features' words, by name, in the order in which they are stored. */
  featureWords(language: Language): ReadonlyMap<string, DescribedFeature>
  /** Runs the row-wise features for one client. */
  applicationFeatures: ApplicationFeatures
}

/**
 * @throws AdvisorError STORE_MISSING when nothing is loaded, FEATURES_MISMATCH when the model asks for
 * features that the store does not hold.
 */
export function readServedDataset(store: FeatureStore, manifest: BundleManifest): ServedDataset {
  const dataset = findDataset(store)
  if (!dataset) {
    throw new AdvisorError('STORE_MISSING', {
      found: 'The feature store is empty.',
      expected: 'Expected a loaded dataset.',
      nextStep: 'Run "npm run store:load", or "npm start", which prepares what is missing.',
    })
  }
  const storedFeatures = listFeatures(store)
  const positions = locateFeatures(
    manifest.features,
    storedFeatures.map(({ name }) => name),
  )
  const labels = { fr: readLabels(store, 'fr'), en: readLabels(store, 'en') }
  const featureWords = { fr: readFeatureWords(store, 'fr'), en: readFeatureWords(store, 'en') }
  return {
    dataVersion: dataset.dataVersion,
    origin: dataset.origin,
    trainedOnOtherData: isOtherData(dataset, manifest.trainingData),
    storedFeatureCount: storedFeatures.length,
    selectModelFeatures: (stored, clientCount = 1) =>
      selectColumns(stored, storedFeatures.length, positions, clientCount),
    labels: (language) => labels[language],
    featureWords: (language) => featureWords[language],
    applicationFeatures: openApplicationFeatures(storedFeatures.map(({ name }) => name)),
  }
}

/** Every demo portfolio is drawn from the same generator; every import is a population of its own. */
function isOtherData(
  dataset: { dataVersion: string; origin: 'demo' | 'import' },
  training: BundleManifest['trainingData'],
): boolean {
  if (dataset.origin !== training.origin) return true
  return dataset.origin === 'import' && dataset.dataVersion !== training.dataVersion
}

function locateFeatures(modelFeatures: string[], storedFeatures: string[]): Int32Array {
  const positionByName = new Map(storedFeatures.map((name, position) => [name, position]))
  const missing = modelFeatures.filter((name) => !positionByName.has(name))
  if (missing.length > 0) {
    throw new AdvisorError('FEATURES_MISMATCH', {
      found: `The store lacks ${missing.length} of the model's features: ${missing.slice(0, 5).join(', ')}.`,
      expected: 'Expected the features that the model was trained on.',
      nextStep:
        'Build the features again with "npm run features:build" and "npm run store:load", or train a new model.',
    })
  }
  return Int32Array.from(modelFeatures, (name) => positionByName.get(name) as number)
}

function selectColumns(
  stored: Float32Array,
  storedFeatureCount: number,
  positions: Int32Array,
  clientCount: number,
): Float32Array {
  const featureCount = positions.length
  const selected = new Float32Array(clientCount * featureCount)
  for (let client = 0; client < clientCount; client++) {
    const from = client * storedFeatureCount
    const to = client * featureCount
    for (let i = 0; i < featureCount; i++)
      selected[to + i] = stored[from + (positions[i] as number)] as number
  }
  return selected
}
