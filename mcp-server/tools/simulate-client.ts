import { simulateClient } from '#core/advisor/simulate-client.ts'
import { simulateClientAnswerSchema, simulateClientInputSchema } from '#core/contracts/simulate-client.ts'
import { describeSimulation } from '#core/contracts/wording/describe-simulation.ts'
import { defineTool, readOnlyAnnotations } from '../tool-definition.ts'

export const simulateClientTool = defineTool({
  name: 'simulateClient',
  title: 'Simulate a change',
  description:
    'Scores a client again with another amount, annuity, term, price of the good, income or contract type, derived features following, and says which features moved. Use it for "what if". Nothing is stored.',
  inputSchema: simulateClientInputSchema,
  outputSchema: simulateClientAnswerSchema,
  annotations: readOnlyAnnotations,
  scope: 'clients:simulate',
  answer: simulateClient,
  describe: (answer, { language }) => describeSimulation(answer, language),
})
