import { compareCohort } from '#core/advisor/compare-cohort.ts'
import { compareCohortAnswerSchema, compareCohortInputSchema } from '#core/contracts/compare-cohort.ts'
import { describeCohort } from '#core/contracts/wording/describe-cohort.ts'
import { defineTool, readOnlyAnnotations } from '../tool-definition.ts'

export const compareCohortTool = defineTool({
  name: 'compareCohort',
  title: 'Compare a client with others',
  description:
    'Shows where a client stands among other clients: percentile, quartiles and histogram of the probability of default and of features, and the group’s default rate. Use it for "how does client N compare". cohort is {kind:"all"}, {kind:"similar",size?} or {kind:"filter",filters}; filters combine, ranges include both ends, e.g. {ageYears:{min:40,max:60},incomeType:"Pensioner",ownsRealty:true}. Categories keep the data’s own values; a wrong one is answered with the right ones. Fewer than 30 clients are refused: widen the filters.',
  inputSchema: compareCohortInputSchema,
  outputSchema: compareCohortAnswerSchema,
  annotations: readOnlyAnnotations,
  scope: 'clients:read',
  panel: 'cohort',
  answer: compareCohort,
  describe: (answer, { language }) => describeCohort(answer, language),
})
