import { explainClient } from '#core/advisor/explain-client.ts'
import { explainClientAnswerSchema, explainClientInputSchema } from '#core/contracts/explain-client.ts'
import { describeExplanation } from '#core/contracts/wording/describe-explanation.ts'
import { defineTool, readOnlyAnnotations } from '../tool-definition.ts'

export const explainClientTool = defineTool({
  name: 'explainClient',
  title: 'Explain a score',
  description:
    'Gives a client’s score with its exact reasons: each feature’s Shapley value in log-odds (positive raises the risk) in a plain sentence, and a mark per theme from -5 to +5. Use it for "why", "what weighs most", "what speaks for the client".',
  inputSchema: explainClientInputSchema,
  outputSchema: explainClientAnswerSchema,
  annotations: readOnlyAnnotations,
  scope: 'clients:read',
  panel: 'explanation',
  answer: explainClient,
  describe: (answer, { language }) => describeExplanation(answer, language),
})
