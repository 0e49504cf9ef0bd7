import { z } from 'zod'
import { clientProfileSchema } from './client-profile.ts'
import { provenanceSchema } from './provenance.ts'

const inBothLanguages = z.object({ fr: z.string(), en: z.string() })

/** What an application says of a client, with the words for it in every language. */
export const readClientProfileAnswerSchema = clientProfileSchema.extend({
  description: inBothLanguages.describe('One line: amount, age, occupation'),
  categoryLabels: z
    .record(z.string(), inBothLanguages)
    .describe('What the categories above are called, by field'),
  provenance: provenanceSchema,
})
export type ReadClientProfileAnswer = z.infer<typeof readClientProfileAnswerSchema>
