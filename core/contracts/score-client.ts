import { z } from 'zod'
import { adviceSchema, clientIdSchema, probabilitySchema, riskClassSchema } from './decision.ts'
import { defaultLanguage, languageSchema } from './language.ts'
import { provenanceSchema } from './provenance.ts'

export const scoreClientInputSchema = z.strictObject({
  clientId: clientIdSchema.describe('Client number, for example 100001'),
  language: languageSchema.default(defaultLanguage).describe('Language of the sentences'),
})
export type ScoreClientInput = z.input<typeof scoreClientInputSchema>

export const scoreClientAnswerSchema = z.object({
  clientId: clientIdSchema,
  probabilityOfDefault: probabilitySchema.describe('Calibrated probability of payment difficulties, 0 to 1'),
  probabilityOfRepayment: probabilitySchema.describe('1 - probabilityOfDefault'),
  rawScoreLogOdds: z.number().describe('Log-odds of default before calibration'),
  decisionThreshold: probabilitySchema.describe('Probability of default from which refusal is advised'),
  advice: adviceSchema.describe('Advice only: a person decides'),
  riskClass: riskClassSchema.describe('A (safest) to E'),
  provenance: provenanceSchema,
})
export type ScoreClientAnswer = z.infer<typeof scoreClientAnswerSchema>
