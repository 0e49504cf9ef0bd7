import { z } from 'zod'

/** What is needed to reproduce an answer later. */
export const provenanceSchema = z.object({
  modelVersion: z.string().describe('Version of the served model bundle'),
  modelSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the served model.onnx'),
  dataVersion: z.string().describe('Version of the data in the feature store'),
  computedAt: z.iso.datetime().describe('When the answer was computed, UTC'),
  notice: z
    .string()
    .optional()
    .describe('Set when the model was trained on other data than it serves: what that means for the figures'),
})
export type Provenance = z.infer<typeof provenanceSchema>
