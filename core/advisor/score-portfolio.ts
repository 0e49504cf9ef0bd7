import { findDataset } from '#db/store/queries/find-dataset.ts'
import { findScoredModel } from '#db/store/queries/find-scored-model.ts'
import { readFeaturesInBatches } from '#db/store/queries/read-features-in-batches.ts'
import { type ScoreBatch, saveClientScores } from '#db/store/queries/save-client-scores.ts'
import { assessAdvice, assessRiskClass } from '../scoring/assess-decision.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { ServedDataset } from './read-served-dataset.ts'

const batchSize = 8192

/**
 * Scores every client with the served model for the lists, in one transaction, unless the store already holds
 * the scores of this very bundle.
 *
 * @returns Whether anything had to be scored.
 * @throws AdvisorError SCORE_NOT_FINITE; DataError BUSY when a load came between. The scores that were there stay.
 */
export async function scorePortfolio(
  advisor: AdvisorContext,
  onProgress?: (scoredClients: number, clients: number) => void,
): Promise<boolean> {
  const { bundle } = advisor.scorer
  const { modelVersion, model, trainingData } = bundle.manifest
  if (findScoredModel(advisor.store)?.bundleSha256 === bundle.sha256) return false
  const { clientCount, loadedAt } = findDataset(advisor.store) as { clientCount: number; loadedAt: string }
  const batches: ScoreBatch[] = []
  const modelFeatureColumns = new Map(
    advisor.servedDataset().modelFeatureNames.map((name) => [name, new Float32Array(clientCount)]),
  )
  let scoredClients = 0
  for (const { clientIds, features: stored } of readFeaturesInBatches(advisor.store, batchSize)) {
    const dataset = advisor.servedDataset()
    const features = dataset.completeFeatures(stored, clientIds)
    copyModelFeatures(dataset, features, { modelFeatureColumns, fromClient: scoredClients })
    batches.push(await scoreBatchOfClients(advisor, clientIds, features))
    scoredClients += clientIds.length
    onProgress?.(scoredClients, clientCount)
  }
  saveClientScores(advisor.store, {
    modelSha256: model.sha256,
    bundleSha256: bundle.sha256,
    modelVersion,
    trainingDataVersion: trainingData.dataVersion,
    datasetLoadedAt: loadedAt,
    batches,
    modelFeatureColumns,
  })
  return true
}

function copyModelFeatures(
  { modelFeatureNames, featureCount }: ServedDataset,
  features: Float32Array,
  to: { modelFeatureColumns: ReadonlyMap<string, Float32Array>; fromClient: number },
): void {
  for (const [i, name] of modelFeatureNames.entries()) {
    const column = to.modelFeatureColumns.get(name) as Float32Array
    const position = featureCount - modelFeatureNames.length + i
    for (let row = 0; row * featureCount < features.length; row++) {
      column[to.fromClient + row] = features[row * featureCount + position] as number
    }
  }
}

async function scoreBatchOfClients(
  advisor: AdvisorContext,
  clientIds: number[],
  features: Float32Array,
): Promise<ScoreBatch> {
  const rows = advisor.servedDataset().selectModelFeatures(features, clientIds.length)
  const { probabilitiesOfDefault } = await advisor.scorer.scoreBatch(rows, clientIds.length)
  const { decision } = advisor.scorer.bundle.manifest
  return {
    clientIds,
    probabilitiesOfDefault,
    advices: Array.from(probabilitiesOfDefault, (probability) => assessAdvice(probability, decision)),
    riskClasses: Array.from(probabilitiesOfDefault, (probability) => assessRiskClass(probability, decision)),
  }
}
