import { z } from 'zod'
import { bundleEvaluationSchema, bundleRunSchema } from './bundle-evaluation.ts'
import { bundleManifestSchema } from './bundle-manifest.ts'
import { provenanceSchema } from './provenance.ts'

const manifest = bundleManifestSchema.shape

/** How much one feature weighs over all clients. */
export const featureImportanceSchema = z.object({
  feature: z.string(),
  label: z.string(),
  theme: z.string(),
  themeLabel: z.string(),
  meanAbsoluteContributionLogOdds: z
    .number()
    .min(0)
    .describe('How far it moves a client’s raw score, either way, on average'),
  gainShare: z.number().min(0).describe('Share of what all splits of the training gained'),
})
export type FeatureImportance = z.infer<typeof featureImportanceSchema>

/** All that the model's page shows. */
export const viewModelAnswerSchema = z.object({
  modelVersion: manifest.modelVersion,
  modelSha256: manifest.model.shape.sha256,
  treeCount: manifest.model.shape.treeCount,
  featureCount: z.int().positive(),
  trainingData: manifest.trainingData,
  decision: manifest.decision,
  calibrationMethod: manifest.calibration.shape.method,
  metrics: manifest.metrics,
  candidates: manifest.candidates,
  seed: manifest.seed,
  reproduction: manifest.reproduction.unwrap().nullable(),
  /** Null for a bundle that was trained before evaluations were written. */
  evaluation: bundleEvaluationSchema.nullable(),
  /** When and how long it was trained; null where nobody noted it. */
  run: bundleRunSchema.nullable(),
  importance: z.object({
    clientsExplained: z.int().positive(),
    features: z.array(featureImportanceSchema).describe('The most important first'),
  }),
  provenance: provenanceSchema,
})
export type ViewModelAnswer = z.infer<typeof viewModelAnswerSchema>
