import { z } from 'zod'
import { adviceSchema, clientIdSchema, probabilitySchema, riskClassSchema } from './decision.ts'
import { defaultLanguage, languageSchema } from './language.ts'
import { provenanceSchema } from './provenance.ts'

/** What an applicant can change. `termMonths` stands for the annuity that repays the amount in so many instalments. */
export const clientChangesSchema = z.strictObject(
  {
    creditAmount: z.number().positive().optional(),
    annuityAmount: z.number().positive().optional(),
    termMonths: z
      .number()
      .min(2)
      .max(600)
      .optional()
      .describe('Credit ÷ annuity; sets annuityAmount, so give one of the two'),
    goodsPriceAmount: z.number().positive().optional(),
    annualIncomeAmount: z.number().positive().optional(),
    contractType: z.string().max(100).optional().describe('A value of the data, such as "Cash loans"'),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? nameChanges(issue.keys) : undefined) },
)
export type ClientChanges = z.infer<typeof clientChangesSchema>

function nameChanges(unknown: readonly string[]): string {
  const allowed = Object.keys(clientChangesSchema.shape).join(', ')
  return `${unknown.map((name) => name.slice(0, 60)).join(', ')} can't be changed; what can is ${allowed}`
}

export const simulateClientInputSchema = z.strictObject({
  clientId: clientIdSchema.describe('Client number, for example 100001'),
  changes: clientChangesSchema.describe('New values of what the applicant can change; the rest stays'),
  language: languageSchema.default(defaultLanguage).describe('Language of the labels'),
})
export type SimulateClientInput = z.input<typeof simulateClientInputSchema>

export const simulatedScoreSchema = z
  .object({
    probabilityOfDefault: probabilitySchema,
    probabilityOfRepayment: probabilitySchema,
    rawScoreLogOdds: z.number(),
    advice: adviceSchema,
    riskClass: riskClassSchema,
  })
  // Named, so that a tool's answer, which holds it twice or more, describes it once.
  .meta({ id: 'SimulatedScore' })
export type SimulatedScore = z.infer<typeof simulatedScoreSchema>

export const movedFeatureSchema = z.object({
  feature: z.string(),
  label: z.string(),
  unit: z.string(),
  valueBefore: z.number().nullable(),
  valueAfter: z.number().nullable(),
  displayValueBefore: z.string(),
  displayValueAfter: z.string(),
  contributionBeforeLogOdds: z.number().describe('0 where the model does not read the feature'),
  contributionAfterLogOdds: z.number(),
})
export type MovedFeature = z.infer<typeof movedFeatureSchema>

export const simulateClientAnswerSchema = z.object({
  clientId: clientIdSchema,
  changes: clientChangesSchema.describe('As applied'),
  before: simulatedScoreSchema,
  after: simulatedScoreSchema,
  decisionThreshold: probabilitySchema,
  movedFeatures: z
    .array(movedFeatureSchema)
    .describe('Changed and derived features, the largest move of a contribution first'),
  otherContributionChangeLogOdds: z.number().describe('Change of all other contributions together'),
  provenance: provenanceSchema,
})
export type SimulateClientAnswer = z.infer<typeof simulateClientAnswerSchema>
