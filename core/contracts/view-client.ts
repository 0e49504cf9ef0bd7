import { z } from 'zod'
import { clientProfileSchema } from './client-profile.ts'
import { scoreClientAnswerSchema } from './score-client.ts'

/** All that the client's page shows: the description, the score, and the scale to draw it on. */
export const viewClientAnswerSchema = z.object({
  profile: clientProfileSchema,
  score: scoreClientAnswerSchema,
  reviewBand: z.object({
    lower: z.number().describe('Probability of default from which the advice is review'),
    upper: z.number().describe('Probability of default from which the advice is refuse'),
  }),
  riskClassUpperBounds: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .describe('Probability of default below which a client is in class A, B, C, D; E is the rest'),
})
export type ViewClientAnswer = z.infer<typeof viewClientAnswerSchema>
