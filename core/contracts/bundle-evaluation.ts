import { z } from 'zod'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
const share = z.number().min(0).max(1)

/** A figure with its 95 % bootstrap interval over clients. */
const estimateSchema = z.object({ estimate: z.number(), low: z.number(), high: z.number() })
export type Estimate = z.infer<typeof estimateSchema>

/** A figure as a mean over the folds with its standard deviation over them. */
const foldFigureSchema = z.object({ mean: z.number(), deviation: z.number() })

/** One candidate's out-of-fold figures. */
const judgedCandidateSchema = z.object({
  name: z.string(),
  model: z.enum(['dummy', 'logistic_regression', 'random_forest', 'lightgbm']),
  imbalance: z.enum(['none', 'class_weight', 'undersampling', 'smote']),
  chosen: z.boolean(),
  servable: z.boolean(),
  auc: foldFigureSchema,
  accuracy: foldFigureSchema,
  precision: foldFigureSchema,
  recall: foldFigureSchema,
  brier: foldFigureSchema,
  ece: foldFigureSchema,
  costPerClient: foldFigureSchema,
})

const calibrationBinSchema = z.object({
  clients: z.int().positive(),
  predicted: share,
  observed: share,
  observedLow: share,
  observedHigh: share,
})

/** One group of the fairness audit. Rates that no client can show are null. */
const fairnessGroupSchema = z.object({
  group: z.string(),
  tooSmallToTell: z.boolean().describe('Too few clients for any bound to be judged by'),
  clients: z.int().nonnegative(),
  defaults: z.int().nonnegative(),
  selectionRate: estimateSchema.nullable().describe('Share granted: probability below the threshold'),
  truePositiveRate: estimateSchema.nullable().describe('Share of those in default who are refused'),
  falsePositiveRate: estimateSchema.nullable().describe('Share of good clients who are refused'),
  calibrationGap: estimateSchema.nullable().describe('Mean predicted minus observed default rate'),
  auc: z.number().nullable(),
})
export type FairnessGroup = z.infer<typeof fairnessGroupSchema>

const fairnessBoundSchema = z.object({
  measure: z.enum(['selectionRateRatio', 'truePositiveRateGap', 'falsePositiveRateGap', 'calibrationGap']),
  bound: z.number(),
  found: z.number().nullable().describe('Null where too few clients can tell'),
  /** Only what the interval excludes counts as broken: a gap that noise explains is not evidence. */
  evidence: z.number().nullable().describe('The end of the interval nearest to fairness'),
  groups: z.tuple([z.string(), z.string()]).nullable(),
  givenBaseRates: z
    .boolean()
    .describe('The ratio is measured beyond what differing default rates of the groups explain'),
  held: z.boolean(),
})

const fairnessAttributeSchema = z.object({
  attribute: z.enum(['sex', 'ageBand', 'familyStatus']),
  groups: z.array(fairnessGroupSchema),
  smallestGroupClients: z.int().nonnegative(),
  bounds: z.array(fairnessBoundSchema),
})

/** `evaluation.json` of a bundle: what the model page shows, all of it out of fold. */
export const bundleEvaluationSchema = z.object({
  formatVersion: z.literal(1),
  clients: z.int().positive(),
  defaults: z.int().positive(),
  folds: z.int().min(2),
  figures: z.object({
    auc: estimateSchema,
    accuracy: estimateSchema,
    brier: estimateSchema,
    ece: estimateSchema,
    costPerClient: estimateSchema,
    threshold: estimateSchema.describe('Cost-optimal threshold; 1/11 with perfect calibration'),
  }),
  indifferenceThreshold: z
    .number()
    .describe('1/11 when a missed default costs ten times a refused good client'),
  candidates: z.array(judgedCandidateSchema).min(1),
  grid: z.array(
    z.object({
      parameters: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
      auc: foldFigureSchema,
      chosen: z.boolean(),
    }),
  ),
  selection: z.object({
    candidateFeatures: z.int().positive(),
    selectedFeatures: z.int().positive(),
    rule: z.string().describe('How features were selected, in one English sentence'),
  }),
  calibration: z.object({
    method: z.enum(['none', 'sigmoid', 'isotonic']),
    bins: z.array(calibrationBinSchema),
    byMethod: z.array(
      z.object({
        method: z.enum(['none', 'sigmoid', 'isotonic']),
        brier: estimateSchema,
        ece: estimateSchema,
      }),
    ),
  }),
  roc: z.array(z.object({ threshold: z.number(), falsePositiveRate: share, truePositiveRate: share })),
  precisionRecall: z.array(z.object({ threshold: z.number(), recall: share, precision: share })),
  /** Decisions at thresholds from 0 to 1, ascending: enough to redraw cost and confusion for any cost ratio. */
  confusion: z.array(
    z.object({
      threshold: z.number(),
      truePositives: z.int(),
      falsePositives: z.int(),
      trueNegatives: z.int(),
      falseNegatives: z.int(),
    }),
  ),
  fairness: z
    .object({
      attributes: z.array(fairnessAttributeSchema),
      alternative: z
        .object({
          description: z.string(),
          withoutFeatures: z.array(z.string()),
          auc: z.number(),
          costPerClient: z.number(),
          boundsHeld: z.boolean(),
        })
        .nullable()
        .describe('The less discriminatory alternative, tried when a bound breaks'),
    })
    .nullable()
    .describe('Null when the data names no groups'),
})
export type BundleEvaluation = z.infer<typeof bundleEvaluationSchema>

/** `run.json` beside a bundle: what differs between two runs that give the same bundle. */
export const bundleRunSchema = z.object({
  startedAt: z.iso.datetime(),
  seconds: z.number(),
  secondsByCandidate: z.record(z.string(), z.number()),
  commit: z.string().nullable(),
  hasUncommittedChanges: z.boolean().nullable(),
  bundleSha256: sha256Schema.describe('SHA-256 of manifest.json, which holds the hash of every other file'),
  modelCardSha256: sha256Schema,
})
export type BundleRun = z.infer<typeof bundleRunSchema>
