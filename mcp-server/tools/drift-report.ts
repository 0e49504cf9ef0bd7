import { driftReport } from '#core/advisor/drift-report.ts'
import { driftReportAnswerSchema, driftReportInputSchema } from '#core/contracts/drift-report.ts'
import { describeDrift } from '#core/contracts/wording/describe-drift.ts'
import { defineTool, readOnlyAnnotations } from '../tool-definition.ts'

/** As many as an answer of 4,000 tokens holds. */
const mostColumns = 25

export const driftReportTool = defineTool({
  name: 'driftReport',
  title: 'Report drift of the data',
  description:
    'Compares a window of clients with those the model was trained on, by evidently’s tests: which features drifted, whether the data did, how the prediction and its expected cost moved. Use it for "has the data changed". statistic is a p-value for ks, chisquare and z, else a distance. Columns that matter most come first.',
  inputSchema: driftReportInputSchema,
  outputSchema: driftReportAnswerSchema,
  annotations: readOnlyAnnotations,
  scope: 'model:read',
  panel: 'drift',
  answer: (advisor, input, { onProgress, signal }) =>
    driftReport(advisor, input, { mostColumns, onProgress, signal }),
  describe: (answer, { language }) => describeDrift(answer, language),
})
