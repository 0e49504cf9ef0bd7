import { z } from 'zod'
import { clientIdSchema, probabilitySchema } from './decision.ts'
import { defaultLanguage, languageSchema } from './language.ts'
import { provenanceSchema } from './provenance.ts'
import { clientChangesSchema, simulatedScoreSchema } from './simulate-client.ts'

export const suggestChangesInputSchema = z.strictObject({
  clientId: clientIdSchema.describe('Client number, for example 100001'),
  language: languageSchema.default(defaultLanguage).describe('Language of the sentences'),
})
export type SuggestChangesInput = z.input<typeof suggestChangesInputSchema>

export const suggestionSchema = z.object({
  changes: clientChangesSchema,
  sentence: z.string().describe('What to do, in plain words'),
  effort: z.number().describe('Relative change of amount and term together: 0.1 is one moved by a tenth'),
  turnsTo: z.enum(['grant', 'review']).describe('The advice with these changes'),
  after: simulatedScoreSchema.describe('Re-scored with these changes'),
})
export type Suggestion = z.infer<typeof suggestionSchema>

export const suggestChangesAnswerSchema = z.object({
  clientId: clientIdSchema,
  outcome: z
    .enum(['found', 'none', 'notNeeded'])
    .describe(
      'found: see suggestions; none: no plausible change within bounds does; notNeeded: already granted',
    ),
  before: simulatedScoreSchema,
  decisionThreshold: probabilitySchema,
  suggestions: z
    .array(suggestionSchema)
    .describe('Those that lead to grant first, then the smallest effort; each alone turns the advice'),
  triedScenarios: z.number().describe('How many scenarios were scored'),
  provenance: provenanceSchema,
})
export type SuggestChangesAnswer = z.infer<typeof suggestChangesAnswerSchema>
