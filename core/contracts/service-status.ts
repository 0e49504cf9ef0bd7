import { z } from 'zod'

/** What is served, as every page's footer says. */
export const serviceStatusSchema = z.object({
  status: z.literal('ok'),
  modelVersion: z.string(),
  modelSha256: z.string(),
  dataVersion: z.string(),
  dataOrigin: z.enum(['demo', 'import']),
  trainingDataVersion: z.string(),
  trainingDataOrigin: z.enum(['demo', 'import']),
  clients: z.int().min(0),
  windows: z.array(z.object({ name: z.string(), clients: z.int(), labelled: z.int() })),
  trainedOnOtherData: z.boolean(),
})
export type ServiceStatus = z.infer<typeof serviceStatusSchema>

/** What is to be served next: the champion, the loaded data, or both. */
export const pendingServiceSchema = z.object({
  modelVersion: z.string().nullable().describe('null when champion.json names none'),
  state: z.enum(['scoring', 'refused']).describe('refused: what serves goes on until this is put right'),
  reason: z
    .string()
    .nullable()
    .describe('What was found, what is expected, what to do; for scoring, why it failed'),
})
export type PendingService = z.infer<typeof pendingServiceSchema>

/** What `GET /healthz` answers the operator: reasons may name files, so that they are in no page. */
export const serviceHealthSchema = serviceStatusSchema.extend({ pending: pendingServiceSchema.nullable() })
export type ServiceHealth = z.infer<typeof serviceHealthSchema>
