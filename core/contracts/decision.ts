import { z } from 'zod'

/** What the model advises. A person decides. */
export const adviceSchema = z.enum(['grant', 'review', 'refuse'])
export type Advice = z.infer<typeof adviceSchema>

/** From A, the safest, to E. The cut points stand in the bundle. */
export const riskClassSchema = z.enum(['A', 'B', 'C', 'D', 'E'])
export type RiskClass = z.infer<typeof riskClassSchema>

export const probabilitySchema = z.number().min(0).max(1)
export const clientIdSchema = z.int().positive().max(Number.MAX_SAFE_INTEGER)
