import { z } from 'zod'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** Out-of-fold figures of one candidate, at its own cost-chosen threshold. */
export const candidateMetricsSchema = z.object({
  auc: z.number(),
  accuracy: z.number(),
  precision: z.number(),
  recall: z.number(),
  costPerClient: z.number().describe('(10 FN + 1 FP) / clients'),
  threshold: z.number(),
  brier: z.number(),
  ece: z.number().describe('Expected calibration error, 10 equal-mass bins'),
  aucFoldDeviation: z.number().describe('Standard deviation of AUC over the folds'),
  seconds: z.number().optional(),
})

export const dataOriginSchema = z.enum(['demo', 'import'])

const four = z.tuple([z.number(), z.number(), z.number(), z.number()])

const neighboursSchema = z.object({
  feature: z.string(),
  inputs: z.tuple([z.string(), z.string(), z.string(), z.string()]),
  size: z.int().positive().describe('Nearest clients whose outcomes are averaged, ties included'),
  clients: z.int().positive(),
  fills: four.describe('What stands for an unknown input'),
  centres: four,
  scales: four.describe('Coordinate = (value − centre) ÷ scale'),
  file: z.literal('neighbours.bin'),
})
export type NeighboursManifest = z.infer<typeof neighboursSchema>

/** `manifest.json` of a bundle, written by `ml/credit_model/bundle.py`. */
export const bundleManifestSchema = z.object({
  formatVersion: z.union([z.literal(1), z.literal(2)]),
  modelVersion: z.string().min(1).max(100),
  model: z.object({
    file: z.literal('model.onnx'),
    sha256: sha256Schema,
    inputName: z.string().describe('float32 [clients, features]'),
    rawScoreOutputName: z.string().describe('float32 [clients, 1], log-odds before calibration'),
    probabilityOutputName: z.string().describe('float32 [clients, 1], calibrated probability of default'),
    treeCount: z.int().positive(),
  }),
  features: z.array(z.string()).min(1).describe('In the order of the model’s input'),
  trainingData: z.object({
    dataVersion: z.string(),
    origin: dataOriginSchema,
    window: z.string(),
    clients: z.int().positive(),
    defaults: z.int().positive(),
  }),
  decision: z.object({
    threshold: z.number().gt(0).lt(1),
    reviewBand: z.object({ lower: z.number().gt(0), upper: z.number().lt(1) }),
    falseNegativeCost: z.number().positive(),
    falsePositiveCost: z.number().positive(),
    riskClassUpperBounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
  calibration: z.object({ method: z.enum(['none', 'sigmoid', 'isotonic']) }),
  metrics: candidateMetricsSchema,
  candidates: z.array(z.object({ name: z.string(), chosen: z.boolean(), metrics: candidateMetricsSchema })),
  seed: z.int(),
  reproduction: z
    .object({
      dataVersion: z.string(),
      seed: z.int(),
      lockSha256: sha256Schema,
      codeSha256: sha256Schema,
      featuresSqlSha256: sha256Schema.nullable(),
    })
    .optional()
    .describe('What two runs must share to give the same bundle'),
  neighbours: neighboursSchema
    .optional()
    .describe('Present when the model reads the default rate of the nearest training clients'),
  files: z.record(z.string(), sha256Schema).describe('SHA-256 of every other file of the bundle'),
})
export type BundleManifest = z.infer<typeof bundleManifestSchema>
