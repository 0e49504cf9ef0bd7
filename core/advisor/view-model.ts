import type { Language } from '../contracts/language.ts'
import type { FeatureImportance, ViewModelAnswer } from '../contracts/view-model.ts'
import { createProvenance } from './create-provenance.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { readModelRecords } from './read-model-records.ts'

/**
 * What the served model is, how it was judged and what it rests on: everything that the model's page shows. A bundle
 * without `evaluation.json` answers with what its manifest holds.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when a file of the bundle is not what training writes.
 */
export async function viewModel(
  advisor: AdvisorContext,
  { language }: { language: Language },
): Promise<ViewModelAnswer> {
  const { bundle } = advisor.scorer
  const { manifest } = bundle
  const { evaluation, run, importance } = readModelRecords(bundle)
  const dataset = advisor.servedDataset()
  const words = dataset.featureWords(language)
  return {
    modelVersion: manifest.modelVersion,
    modelSha256: manifest.model.sha256,
    treeCount: manifest.model.treeCount,
    featureCount: manifest.features.length,
    trainingData: manifest.trainingData,
    decision: manifest.decision,
    calibrationMethod: manifest.calibration.method,
    metrics: manifest.metrics,
    candidates: manifest.candidates,
    seed: manifest.seed,
    reproduction: manifest.reproduction ?? null,
    evaluation,
    run,
    importance: {
      clientsExplained: importance.clientsExplained,
      features: importance.features
        .map((weighed): FeatureImportance => {
          const described = words.get(weighed.feature)
          return {
            ...weighed,
            label: described?.label ?? weighed.feature,
            theme: described?.theme ?? '',
            themeLabel: described?.themeLabel ?? '',
          }
        })
        .sort((a, b) => b.meanAbsoluteContributionLogOdds - a.meanAbsoluteContributionLogOdds),
    },
    provenance: createProvenance(advisor, dataset, language),
  }
}
