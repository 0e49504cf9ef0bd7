import { z } from 'zod'

/** What `GET /healthz` answers and every page's footer says. */
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
