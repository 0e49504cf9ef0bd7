import { z } from 'zod'
import { bundleEvaluationSchema } from './bundle-evaluation.ts'
import { bundleManifestSchema } from './bundle-manifest.ts'
import { provenanceSchema } from './provenance.ts'

const manifest = bundleManifestSchema.shape
const evaluation = bundleEvaluationSchema.shape

const estimateSchema = z.object({
  estimate: z.number(),
  low: z.number().nullable().describe('Lower end of the 95 % interval; null where none was computed'),
  high: z.number().nullable(),
})

/** How a model was judged, without the curves that its page draws: all of it out of fold. */
export const evaluationSummarySchema = z.object({
  modelVersion: manifest.modelVersion,
  treeCount: manifest.model.shape.treeCount,
  featureCount: z.int().positive(),
  trainedAt: z.string().nullable().describe('UTC, ISO 8601; null where nobody noted it'),
  trainingData: manifest.trainingData,
  decision: manifest.decision,
  clients: evaluation.clients,
  defaults: evaluation.defaults,
  folds: evaluation.folds.nullable(),
  figures: z.object({
    auc: estimateSchema,
    accuracy: estimateSchema,
    brier: estimateSchema,
    ece: estimateSchema,
    costPerClient: estimateSchema,
    threshold: estimateSchema,
  }),
  candidates: z.array(evaluation.candidates.element),
  selection: z.object({
    candidateFeatures: z.int().positive().nullable(),
    selectedFeatures: z.int().positive(),
    rule: z.string().nullable(),
  }),
  calibration: z.object({ method: evaluation.calibration.shape.method }),
  fairness: evaluation.fairness,
  provenance: provenanceSchema,
})
export type EvaluationSummary = z.infer<typeof evaluationSummarySchema>
