import { z } from 'zod'
import { adviceSchema, clientIdSchema, probabilitySchema, riskClassSchema } from './decision.ts'
import { defaultLanguage, languageSchema } from './language.ts'
import { provenanceSchema } from './provenance.ts'

export const searchClientsInputSchema = z.strictObject({
  query: z.string().trim().max(200).describe('First digits of a client number; empty for all'),
  limit: z.int().min(1).max(50).default(10),
  cursor: z.string().max(200).optional().describe('nextCursor of the previous page'),
  language: languageSchema.default(defaultLanguage).describe('Language of the descriptions'),
})
export type SearchClientsInput = z.input<typeof searchClientsInputSchema>

export const searchClientsAnswerSchema = z.object({
  clients: z.array(
    z.object({
      clientId: clientIdSchema,
      description: z.string().describe('One line: amount, age, occupation'),
      probabilityOfDefault: probabilitySchema,
      advice: adviceSchema,
      riskClass: riskClassSchema,
    }),
  ),
  matchCount: z.int().min(0).describe('Clients that match in all pages'),
  nextCursor: z.string().nullable(),
  provenance: provenanceSchema,
})
export type SearchClientsAnswer = z.infer<typeof searchClientsAnswerSchema>
