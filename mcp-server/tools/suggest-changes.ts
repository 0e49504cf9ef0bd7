import { suggestChanges } from '#core/advisor/suggest-changes.ts'
import { suggestChangesAnswerSchema, suggestChangesInputSchema } from '#core/contracts/suggest-changes.ts'
import { describeSuggestions } from '#core/contracts/wording/describe-simulation.ts'
import { defineTool, readOnlyAnnotations } from '../tool-definition.ts'

export const suggestChangesTool = defineTool({
  name: 'suggestChanges',
  title: 'Suggest changes',
  description:
    'Finds the smallest changes of the request (amount, term, down payment) that would turn a refusal into a review or a grant, or a review into a grant (turnsTo), each verified by scoring again; says so where there is none. Never touches age, family or anything else the applicant cannot change.',
  inputSchema: suggestChangesInputSchema,
  outputSchema: suggestChangesAnswerSchema,
  annotations: readOnlyAnnotations,
  scope: 'clients:simulate',
  answer: (advisor, input) => suggestChanges(advisor, input),
  describe: (answer, { language }) => describeSuggestions(answer, language),
})
