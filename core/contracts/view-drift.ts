import { z } from 'zod'
import { histogramSchema } from './compare-cohort.ts'
import { driftReportAnswerSchema } from './drift-report.ts'
import { defaultLanguage, languageSchema } from './language.ts'

export const viewDriftInputSchema = z.strictObject({
  window: z.string().max(100).optional(),
  /** Features whose distributions are shown; the first of the report unless given. */
  distributions: z.array(z.string().max(60)).max(12).optional(),
  language: languageSchema.default(defaultLanguage),
})
export type ViewDriftInput = z.input<typeof viewDriftInputSchema>

/** One column's known values in both windows, counted on the same edges. */
export const windowDistributionSchema = z.object({
  feature: z.string(),
  label: z.string(),
  unit: z.string(),
  reference: histogramSchema,
  current: histogramSchema,
})
export type WindowDistribution = z.infer<typeof windowDistributionSchema>

/** All that the drift page shows. */
export const viewDriftAnswerSchema = z.object({
  /** Every column, none left out. */
  report: driftReportAnswerSchema,
  /** The windows that can be compared with the reference, the latest last. */
  windows: z.array(z.object({ name: z.string(), clients: z.int() })),
  /** The probability of default, which has no unit but a percentage: `feature` is `probabilityOfDefault`. */
  predictionDistribution: windowDistributionSchema,
  distributions: z.array(windowDistributionSchema),
})
export type ViewDriftAnswer = z.infer<typeof viewDriftAnswerSchema>
