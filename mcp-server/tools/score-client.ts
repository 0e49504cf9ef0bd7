import { scoreClient } from '#core/advisor/score-client.ts'
import { scoreClientAnswerSchema, scoreClientInputSchema } from '#core/contracts/score-client.ts'
import { describeScore } from '#core/contracts/wording/describe-score.ts'
import { defineTool, readOnlyAnnotations } from '../tool-definition.ts'

export const scoreClientTool = defineTool({
  name: 'scoreClient',
  title: 'Score a client',
  description:
    'Gives the calibrated probability that a client defaults or repays, the decision threshold, the advice (grant, review, refuse) and the risk class A to E. Use it for "what is the score of client N". The advice never decides: a person does.',
  inputSchema: scoreClientInputSchema,
  outputSchema: scoreClientAnswerSchema,
  annotations: readOnlyAnnotations,
  scope: 'clients:read',
  panel: 'score',
  answer: scoreClient,
  describe: (answer, { language }) => describeScore(answer, language),
})
