import type { StoredFeature } from '#db/store/queries/list-features.ts'
import type { NearestDefaultRate } from '../bundle/load-neighbours.ts'
import { noFold } from '../neighbours/compute-nearest-default-rate.ts'

export interface ModelFeatures {
  /** Those that the served model computes itself; none for most models. */
  names: readonly string[]
  /**
   * Writes them into rows of features of one client, behind those that are stored: as they are, or as they might be.
   *
   * @param rows Row-major: stored features, then room for the model's.
   */
  write(rows: Float32Array, clientId: number): void
}

export interface ModelFeaturesOptions {
  storedFeatures: readonly StoredFeature[]
  /** What the catalogue knows of features that models compute. */
  modelFeatures: readonly StoredFeature[]
  /** The served model's nearest training clients, if it reads them. */
  nearest: NearestDefaultRate | null
  /** Whether ids are those of the clients that the model was trained on. */
  servesTrainingData: boolean
}

/**
 * Prepares the features that the served model computes itself. A client whom it was trained on gets the number that
 * training gave: from the clients of the other folds, so never from the client's own outcome.
 */
export function prepareModelFeatures(options: ModelFeaturesOptions): ModelFeatures {
  const { storedFeatures, modelFeatures, nearest, servesTrainingData } = options
  const described = modelFeatures.find(({ name }) => name === nearest?.feature)
  const inputs = nearest?.inputs.map((input) => storedFeatures.findIndex(({ name }) => name === input)) ?? []
  // The model then asks for a feature that no one has, and says so where its features are located.
  if (!nearest || !described || inputs.includes(-1)) return { names: [], write: () => {} }
  const width = storedFeatures.length + 1
  return {
    names: [nearest.feature],
    write: (rows, clientId) => {
      const values = new Float32Array((rows.length / width) * inputs.length)
      for (let i = 0; i < values.length; i++) {
        values[i] = rows[Math.floor(i / inputs.length) * width + inputs[i % inputs.length]!]!
      }
      const rates = nearest.compute(values, servesTrainingData ? nearest.foldOf(clientId) : noFold)
      for (const [row, rate] of rates.entries()) rows[row * width + described.position] = rate
    },
  }
}
