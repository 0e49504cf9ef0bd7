import { findDataset } from '#db/store/queries/find-dataset.ts'
import type { ServiceStatus } from '../contracts/service-status.ts'
import type { AdvisorContext } from './open-advisor.ts'

/** What is served: model, data, and whether they belong together. */
export async function getServiceStatus(advisor: AdvisorContext): Promise<ServiceStatus> {
  const dataset = advisor.servedDataset()
  const stored = findDataset(advisor.store)
  const { modelVersion, model, trainingData } = advisor.scorer.bundle.manifest
  return {
    status: 'ok',
    modelVersion,
    modelSha256: model.sha256,
    dataVersion: dataset.dataVersion,
    dataOrigin: dataset.origin,
    trainingDataVersion: trainingData.dataVersion,
    trainingDataOrigin: trainingData.origin,
    clients: stored?.clientCount ?? 0,
    windows: (stored?.windows ?? []).map(({ name, clients, labelled }) => ({ name, clients, labelled })),
    trainedOnOtherData: dataset.trainedOnOtherData,
  }
}
