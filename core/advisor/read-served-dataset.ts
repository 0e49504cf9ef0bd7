import { type ApplicationFeatures, openApplicationFeatures } from '#db/store/open-application-features.ts'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { findDataset } from '#db/store/queries/find-dataset.ts'
import { listFeatures } from '#db/store/queries/list-features.ts'
import { listModelFeatures } from '#db/store/queries/list-model-features.ts'
import type { NearestDefaultRate } from '../bundle/load-neighbours.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { BundleManifest } from '../contracts/bundle-manifest.ts'
import type { Language } from '../contracts/language.ts'
import { prepareModelFeatures } from './prepare-model-features.ts'
import { type DescribedFeature, readFeatureWords } from './read-feature-words.ts'
import { type Labels, readLabels } from './read-labels.ts'

/** The dataset that is served, and how its features become the model's input. */
export interface ServedDataset {
  dataVersion: string
  origin: 'demo' | 'import'
  /** Whether the model was trained on other data than these: another origin, or another import. */
  trainedOnOtherData: boolean
  /** Features of a client: those that are stored, then those that the model computes itself. */
  featureCount: number
  /** Features that the model computes itself, in the order in which they follow the stored ones. */
  modelFeatureNames: readonly string[]
  /**
   * Puts the features that the model computes behind the stored ones.
   *
   * @param stored Row-major, a row for each client.
   * @returns Row-major, `clientIds.length × featureCount`.
   */
  completeFeatures(stored: Float32Array, clientIds: readonly number[]): Float32Array
  /** Computes the model's own features of one client's changed rows again, in place. */
  writeModelFeatures(rows: Float32Array, clientId: number): void
  /**
   * Picks the model's features, in its order.
   *
   * @param features Row-major, `clientCount × featureCount`.
   * @returns Row-major, `clientCount × manifest.features.length`.
   */
  selectModelFeatures(features: Float32Array, clientCount?: number): Float32Array
  labels(language: Language): Labels
  /** The features' words, by name, in the order of `completeFeatures`. */
  featureWords(language: Language): ReadonlyMap<string, DescribedFeature>
  /** Runs the row-wise features for one application. */
  applicationFeatures: ApplicationFeatures
}

/**
 * @throws AdvisorError STORE_MISSING when nothing is loaded, FEATURES_MISMATCH when the model asks for
 * features that the store does not hold.
 */
export function readServedDataset(
  store: FeatureStore,
  manifest: BundleManifest,
  nearest: NearestDefaultRate | null,
): ServedDataset {
  const dataset = findDataset(store)
  if (!dataset) {
    throw new AdvisorError('STORE_MISSING', {
      found: 'The feature store is empty.',
      expected: 'Expected a loaded dataset.',
      nextStep: 'Run "npm run store:load", or "npm start", which prepares what is missing.',
    })
  }
  const storedFeatures = listFeatures(store)
  const storedNames = storedFeatures.map(({ name }) => name)
  const own = prepareModelFeatures({
    storedFeatures,
    modelFeatures: listModelFeatures(store),
    nearest,
    servesTrainingData: dataset.dataVersion === manifest.trainingData.dataVersion,
  })
  const allNames = [...storedNames, ...own.names]
  const positions = locateFeatures(manifest.features, allNames)
  const labels = { fr: readLabels(store, 'fr'), en: readLabels(store, 'en') }
  const featureWords = {
    fr: readFeatureWords(store, own.names, 'fr'),
    en: readFeatureWords(store, own.names, 'en'),
  }
  return {
    dataVersion: dataset.dataVersion,
    origin: dataset.origin,
    trainedOnOtherData: isOtherData(dataset, manifest.trainingData),
    featureCount: allNames.length,
    modelFeatureNames: own.names,
    completeFeatures: (stored, clientIds) => {
      const rows = widenRows(stored, clientIds.length, allNames.length)
      for (const [client, clientId] of clientIds.entries()) {
        own.write(rows.subarray(client * allNames.length, (client + 1) * allNames.length), clientId)
      }
      return rows
    },
    writeModelFeatures: own.write,
    selectModelFeatures: (features, clientCount = 1) =>
      selectColumns(features, allNames.length, positions, clientCount),
    labels: (language) => labels[language],
    featureWords: (language) => featureWords[language],
    applicationFeatures: openApplicationFeatures({
      featureNames: storedNames,
      changeableNames: storedFeatures.filter(({ actionable }) => actionable).map(({ name }) => name),
    }),
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

function locateFeatures(modelFeatures: string[], present: string[]): Int32Array {
  const positionByName = new Map(present.map((name, position) => [name, position]))
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

function widenRows(rows: Float32Array, rowCount: number, width: number): Float32Array {
  const before = rows.length / rowCount
  if (before === width) return rows
  const wide = new Float32Array(rowCount * width)
  for (let row = 0; row < rowCount; row++) {
    wide.set(rows.subarray(row * before, (row + 1) * before), row * width)
  }
  return wide
}

function selectColumns(
  features: Float32Array,
  width: number,
  positions: Int32Array,
  clientCount: number,
): Float32Array {
  const featureCount = positions.length
  const selected = new Float32Array(clientCount * featureCount)
  for (let client = 0; client < clientCount; client++) {
    const from = client * width
    const to = client * featureCount
    for (let i = 0; i < featureCount; i++)
      selected[to + i] = features[from + (positions[i] as number)] as number
  }
  return selected
}
