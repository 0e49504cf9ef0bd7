import type { Language } from '../contracts/language.ts'
import type { Provenance } from '../contracts/provenance.ts'
import { describeOriginNotice } from '../contracts/wording/describe-origin-notice.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { ServedDataset } from './read-served-dataset.ts'

/** Model, data and time of an answer, with a notice when the model never saw data like this. */
export function createProvenance(
  advisor: AdvisorContext,
  dataset: ServedDataset,
  language: Language,
): Provenance {
  const { modelVersion, model, trainingData } = advisor.scorer.bundle.manifest
  return {
    modelVersion,
    modelSha256: model.sha256,
    dataVersion: dataset.dataVersion,
    computedAt: advisor.clock().toISOString(),
    ...(dataset.trainedOnOtherData && { notice: describeOriginNotice(trainingData.origin, language) }),
  }
}
