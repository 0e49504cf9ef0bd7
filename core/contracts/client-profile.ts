import { z } from 'zod'
import { clientIdSchema } from './decision.ts'

const amount = z.number().nullable()
const category = z.string().nullable()

/**
 * The client's description, by the names that people filter, simulate and read by. Null means that the
 * application does not say. Categories keep the data's own values. Sex is not among them.
 */
export const clientProfileSchema = z.object({
  clientId: clientIdSchema,
  window: z.string().describe('train, test, or the name of a later import'),
  ageYears: z.number().nullable(),
  employmentYears: z.number().nullable().describe('Null when not employed, for example retired'),
  annualIncomeAmount: amount,
  creditAmount: amount,
  annuityAmount: amount.describe('The instalment as the application states it (AMT_ANNUITY)'),
  goodsPriceAmount: amount,
  contractType: category,
  incomeType: category,
  occupationType: category,
  organizationType: category,
  educationType: category,
  familyStatus: category,
  housingType: category,
  childrenCount: z.number().nullable(),
  familyMemberCount: z.number().nullable(),
  ownsCar: z.boolean().nullable(),
  ownsRealty: z.boolean().nullable(),
  regionRating: z.number().nullable().describe('The lender’s rating of the region, 1 (best) to 3'),
  externalScore1: z.number().nullable().describe('Score from an outside source, 0 to 1, higher is safer'),
  externalScore2: z.number().nullable(),
  externalScore3: z.number().nullable(),
})
export type ClientProfile = z.infer<typeof clientProfileSchema>
export type ClientField = Exclude<keyof ClientProfile, 'clientId' | 'window'>
