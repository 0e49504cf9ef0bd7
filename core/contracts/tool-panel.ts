import { z } from 'zod'
import { bundleManifestSchema } from './bundle-manifest.ts'
import { languageSchema } from './language.ts'

/** The panels that an assistant's window can show a tool's answer in. */
export const toolPanelSchema = z.enum(['score', 'explanation', 'cohort', 'drift'])
export type ToolPanel = z.infer<typeof toolPanelSchema>

/** Where an answer over MCP holds its `ToolPanelScale`, in `_meta`: what a panel needs, and no language model. */
export const toolPanelScaleKey = 'credit-advisor/panel'

const decision = bundleManifestSchema.shape.decision.shape

/** What a panel needs beside the tool's answer to draw it. */
export const toolPanelScaleSchema = z.object({
  language: languageSchema,
  currency: z.string().describe('ISO 4217'),
  reviewBand: decision.reviewBand,
  riskClassUpperBounds: decision.riskClassUpperBounds,
})
export type ToolPanelScale = z.infer<typeof toolPanelScaleSchema>
