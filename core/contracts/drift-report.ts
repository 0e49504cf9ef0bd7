import { z } from 'zod'
import { defaultLanguage, languageSchema } from './language.ts'
import { provenanceSchema } from './provenance.ts'

export const driftReportInputSchema = z.strictObject({
  window: z.string().max(100).optional().describe('The latest unless given'),
  features: z.array(z.string().max(60)).min(1).max(20).optional().describe('Only these features'),
  onlyDrifted: z.boolean().default(false).describe('Only drifted columns'),
  language: languageSchema.default(defaultLanguage).describe('Language of the labels'),
})
export type DriftReportInput = z.input<typeof driftReportInputSchema>

/** A column's kind as evidently infers it: floats are numerical, integers of at most ten values categorical. */
export const columnKindSchema = z.enum(['numerical', 'categorical'])
export type ColumnKind = z.infer<typeof columnKindSchema>

/** The tests by evidently's own names. The first three give p-values, the others distances. */
export const driftTestSchema = z
  .enum(['ks', 'chisquare', 'z', 'wasserstein', 'jensenshannon'])
  .meta({ id: 'DriftTest' })
export type DriftTest = z.infer<typeof driftTestSchema>

const windowSchema = z.object({ name: z.string(), rows: z.int() })

/** Test, statistic and threshold are null where a window holds no value, so that there is nothing to test. */
const verdictShape = {
  kind: columnKindSchema,
  test: driftTestSchema.nullable(),
  statistic: z.number().nullable(),
  threshold: z.number().nullable(),
  drifted: z.boolean(),
}

export const driftColumnSchema = z.object({
  feature: z.string(),
  label: z.string(),
  ...verdictShape,
  missingShareReference: z.number(),
  missingShareCurrent: z.number(),
  missingnessDrifted: z.boolean(),
  newCategories: z.array(z.string()),
  importance: z.number().describe('Share of gain'),
})
export type DriftColumn = z.infer<typeof driftColumnSchema>

/** What the model makes of a window, all of it without labels. */
const scoredWindowSchema = z
  .object({
    meanProbabilityOfDefault: z.number(),
    /** Of the clients at or above the decision threshold. */
    refusedShare: z.number(),
    expectedCost: z.number().describe('10 a missed default, 1 a refused good client'),
    expectedCostPerClient: z.number(),
  })
  .meta({ id: 'ScoredWindow' })

export const driftReportAnswerSchema = z.object({
  reference: windowSchema,
  current: windowSchema,
  dataset: z.object({
    driftedColumns: z.int(),
    columns: z.int(),
    share: z.number(),
    threshold: z.number(),
    drifted: z.boolean(),
  }),
  columns: z.array(driftColumnSchema).describe('By drift × importance'),
  columnsLeftOut: z.int().describe('Not listed; ask by features'),
  prediction: z.object({
    ...verdictShape,
    reference: scoredWindowSchema,
    current: scoredWindowSchema,
  }),
  provenance: provenanceSchema,
})
export type DriftReportAnswer = z.infer<typeof driftReportAnswerSchema>
