import type { SharedV4ProviderOptions } from '@ai-sdk/provider'
import { z } from 'zod'
import { cohortSchema } from '#core/contracts/compare-cohort.ts'
import { defaultLanguage, type Language, languageSchema } from '#core/contracts/language.ts'
import type { Question } from '../understanding/read-question.ts'

/** What the page shows, as far as a question may refer to it. */
const pageSchema = z.object({
  cohort: cohortSchema.optional(),
  changes: z
    .array(
      z.object({
        field: z.enum([
          'creditAmount',
          'annuityAmount',
          'termMonths',
          'goodsPriceAmount',
          'annualIncomeAmount',
        ]),
        to: z.number(),
      }),
    )
    .optional(),
})

const turnOptionsSchema = z.object({
  clientId: z.int().positive().nullable().catch(null),
  language: languageSchema.optional().catch(undefined),
  page: pageSchema.optional().catch(undefined),
})

export interface TurnOptions {
  clientId: number | null
  language: Language
  page: NonNullable<Question['page']>
}

/** The model's own options of a call; what it can't read counts as not given. */
export function readTurnOptions(providerOptions: SharedV4ProviderOptions | undefined): TurnOptions {
  const {
    clientId,
    language = defaultLanguage,
    page,
  } = turnOptionsSchema.parse(providerOptions?.['credit-advisor'] ?? {})
  return {
    clientId,
    language,
    page: {
      ...(page?.cohort && { cohort: page.cohort }),
      ...(page?.changes && { changes: page.changes }),
    },
  }
}
