import { z } from 'zod'

/** What is known of evidently's own report: from the `summary.json` that `npm run ml:drift` writes beside it. */
export const evidentlyReportSchema = z.object({
  createdAt: z.iso.datetime(),
  /** The data and the model that it is about. */
  dataVersion: z.string(),
  modelVersion: z.string(),
})
export type EvidentlyReport = z.infer<typeof evidentlyReportSchema>
