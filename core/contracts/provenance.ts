import { z } from 'zod'

/** What is needed to reproduce an answer later. */
export const provenanceSchema = z.object({
  modelVersion: z.string(),
  modelSha256: z.string().describe('SHA-256 of model.onnx'),
  dataVersion: z.string(),
  computedAt: z.string().describe('UTC, ISO 8601'),
  notice: z.string().optional().describe('Tell the user: what the figures cannot be used for'),
})
export type Provenance = z.infer<typeof provenanceSchema>
