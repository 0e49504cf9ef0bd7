import { z } from 'zod'
import { clientFiltersSchema } from './client-filters.ts'
import { clientIdSchema } from './decision.ts'
import { defaultLanguage, languageSchema } from './language.ts'
import { provenanceSchema } from './provenance.ts'

/** Below this many clients a cohort says more about chance than about the client. */
export const smallestCohortSize = 30

export const cohortSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('filter'), filters: clientFiltersSchema }),
  z.strictObject({
    kind: z.literal('similar'),
    size: z.int().min(smallestCohortSize).max(5000).default(500).describe('How many nearest clients'),
  }),
])
export type Cohort = z.input<typeof cohortSchema>

export const compareCohortInputSchema = z.strictObject({
  clientId: clientIdSchema.describe('Client number, for example 100001'),
  cohort: cohortSchema.describe('Whom to compare with: all, a filtered group, or the most similar clients'),
  features: z
    .array(z.string().max(60))
    .min(1)
    .max(12)
    .optional()
    .describe('Feature names; the client’s strongest reasons unless given'),
  language: languageSchema.default(defaultLanguage).describe('Language of the labels'),
})
export type CompareCohortInput = z.input<typeof compareCohortInputSchema>

/** Counts of clients between edges; bin `i` holds `edges[i]` up to `edges[i + 1]`, the last bin its upper edge too. */
export const histogramSchema = z
  .object({
    edges: z.array(z.number()),
    counts: z.array(z.number()),
    /** The one value of each bin, when there are few. */
    values: z.array(z.number()).optional(),
    /** What these values are called. */
    valueLabels: z.array(z.string()).optional(),
  })
  .meta({ id: 'Histogram' })
export type Histogram = z.infer<typeof histogramSchema>

const percentile = z.number().describe('% of the cohort below the client, ties counted half')
const quantile = z.number().nullable()

export const featureComparisonSchema = z.object({
  feature: z.string(),
  label: z.string(),
  unit: z.string(),
  clientValue: z.number().nullable(),
  displayValue: z.string().describe('clientValue in its unit'),
  percentile: percentile.nullable(),
  p25: quantile,
  median: quantile,
  p75: quantile,
  medianDisplayValue: z.string().nullable(),
  knownShare: z.number().describe('Share of the cohort whose value is known'),
  histogram: histogramSchema,
})
export type FeatureComparison = z.infer<typeof featureComparisonSchema>

export const compareCohortAnswerSchema = z.object({
  clientId: clientIdSchema,
  cohort: z.object({
    kind: z.enum(['all', 'filter', 'similar']),
    label: z.string(),
    size: z.number(),
    observedDefaultRate: z.number().nullable().describe('Among those whose outcome is known'),
    meanProbabilityOfDefault: z.number(),
  }),
  score: z.object({
    clientProbabilityOfDefault: z.number(),
    percentile,
    histogram: histogramSchema,
  }),
  features: z.array(featureComparisonSchema),
  provenance: provenanceSchema,
})
export type CompareCohortAnswer = z.infer<typeof compareCohortAnswerSchema>
