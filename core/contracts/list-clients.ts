import { z } from 'zod'
import { adviceSchema, clientIdSchema, probabilitySchema, riskClassSchema } from './decision.ts'
import { provenanceSchema } from './provenance.ts'

export const clientSortSchema = z.enum([
  'clientId',
  'probabilityOfDefault',
  'creditAmount',
  'annualIncomeAmount',
  'ageYears',
])
export type ClientSort = z.infer<typeof clientSortSchema>

/** The portfolio's list: sorted, filtered, in numbered pages. */
export const listClientsInputSchema = z.object({
  sort: clientSortSchema.default('clientId'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
  page: z.int().min(1).default(1),
  pageSize: z.int().min(1).max(100).default(25),
  filters: z
    .object({
      window: z.string().max(100).optional(),
      advice: z.array(adviceSchema).min(1).optional(),
      riskClass: z.array(riskClassSchema).min(1).optional(),
      contractType: z.string().max(100).optional(),
      incomeType: z.string().max(100).optional(),
      creditAmount: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
    })
    .default({}),
})
export type ListClientsInput = z.input<typeof listClientsInputSchema>

export const clientRowSchema = z.object({
  clientId: clientIdSchema,
  window: z.string(),
  probabilityOfDefault: probabilitySchema,
  probabilityOfRepayment: probabilitySchema,
  advice: adviceSchema,
  riskClass: riskClassSchema,
  creditAmount: z.number().nullable(),
  annualIncomeAmount: z.number().nullable(),
  ageYears: z.number().nullable(),
  contractType: z.string().nullable(),
  incomeType: z.string().nullable(),
  occupationType: z.string().nullable(),
})
export type ClientRow = z.infer<typeof clientRowSchema>

export const listClientsAnswerSchema = z.object({
  rows: z.array(clientRowSchema),
  matchCount: z.int().min(0),
  clientCount: z.int().min(0).describe('Clients in the store, filters aside'),
  page: z.int().min(1),
  pageCount: z.int().min(1),
  /** Clients per advice among those that match, for the summary above the list. */
  adviceCounts: z.object({ grant: z.int(), review: z.int(), refuse: z.int() }),
  provenance: provenanceSchema,
})
export type ListClientsAnswer = z.infer<typeof listClientsAnswerSchema>
