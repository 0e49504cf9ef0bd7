import { z } from 'zod'
import { compareCohort } from '#core/advisor/compare-cohort.ts'
import { explainClient } from '#core/advisor/explain-client.ts'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import { scoreClient } from '#core/advisor/score-client.ts'
import { simulateClient } from '#core/advisor/simulate-client.ts'
import { suggestChanges } from '#core/advisor/suggest-changes.ts'
import { clientFiltersSchema } from '#core/contracts/client-filters.ts'
import { compareCohortAnswerSchema } from '#core/contracts/compare-cohort.ts'
import { clientIdSchema } from '#core/contracts/decision.ts'
import { explainClientAnswerSchema } from '#core/contracts/explain-client.ts'
import { languageSchema } from '#core/contracts/language.ts'
import { scoreClientAnswerSchema } from '#core/contracts/score-client.ts'
import { clientChangesSchema, simulateClientAnswerSchema } from '#core/contracts/simulate-client.ts'
import { suggestChangesAnswerSchema } from '#core/contracts/suggest-changes.ts'

/** One REST operation on a client. Its query and body are parsed by these schemas, which also make the OpenAPI document. */
export interface RestOperation {
  method: 'get' | 'post'
  /** Under `/api/v1/clients/{clientId}`. */
  name: string
  operationId: string
  summary: string
  querySchema: z.ZodObject
  bodySchema?: z.ZodType
  answerSchema: z.ZodType
  answer(advisor: AdvisorContext, request: RestRequest): Promise<unknown>
}

export interface RestRequest {
  clientId: number
  // biome-ignore lint/suspicious/noExplicitAny: parsed by the operation's own schema; the handler keeps them together.
  query: any
  body?: unknown
}

const language = languageSchema.optional().describe('fr (default) or en')
const commaSeparated = z
  .string()
  .max(1000)
  .transform((names) => names.split(',').filter(Boolean))

/** JSON in a query parameter. */
const filtersParameter = z
  .string()
  .max(4000)
  .transform((text, context) => {
    try {
      return clientFiltersSchema.parse(JSON.parse(text))
    } catch (error) {
      context.addIssue({
        code: 'custom',
        message: error instanceof z.ZodError ? z.prettifyError(error) : 'not JSON',
      })
      return z.NEVER
    }
  })

export const clientIdParameterSchema = z.coerce.number().pipe(clientIdSchema)

export const restOperations: readonly RestOperation[] = [
  {
    method: 'get',
    name: 'score',
    operationId: 'scoreClient',
    summary: 'Probability of default and of repayment, advice, risk class',
    querySchema: z.object({ language }),
    answerSchema: scoreClientAnswerSchema,
    answer: (advisor, { clientId, query }) => scoreClient(advisor, { clientId, ...query }),
  },
  {
    method: 'get',
    name: 'explanation',
    operationId: 'explainClient',
    summary: 'The score with its exact reasons and themes',
    querySchema: z.object({ language, maxReasons: z.coerce.number().int().min(1).max(20).optional() }),
    answerSchema: explainClientAnswerSchema,
    answer: (advisor, { clientId, query }) => explainClient(advisor, { clientId, ...query }),
  },
  {
    method: 'get',
    name: 'cohort',
    operationId: 'compareCohort',
    summary: 'How the client stands among all clients, a filtered group or the most similar',
    querySchema: z.object({
      language,
      kind: z.enum(['all', 'filter', 'similar']).default('all'),
      size: z.coerce.number().int().optional().describe('For kind=similar'),
      filters: filtersParameter.optional().describe('For kind=filter: the filters as JSON'),
      features: commaSeparated.optional().describe('Feature names separated by commas'),
    }),
    answerSchema: compareCohortAnswerSchema,
    answer: (advisor, { clientId, query: { kind, size, filters, ...query } }) => {
      const cohort =
        kind === 'filter' ? { kind, filters: filters ?? {} } : { kind, ...(size !== undefined && { size }) }
      return compareCohort(advisor, { clientId, cohort, ...query })
    },
  },
  {
    method: 'post',
    name: 'simulation',
    operationId: 'simulateClient',
    summary: 'The score as it is and with some changes; nothing is stored',
    querySchema: z.object({ language }),
    bodySchema: z.object({ changes: clientChangesSchema }),
    answerSchema: simulateClientAnswerSchema,
    answer: (advisor, { clientId, query, body }) =>
      simulateClient(advisor, { clientId, ...(body as { changes: object }), ...query }),
  },
  {
    method: 'get',
    name: 'suggestions',
    operationId: 'suggestChanges',
    summary: 'The smallest changes of the request that would turn the advice',
    querySchema: z.object({ language }),
    answerSchema: suggestChangesAnswerSchema,
    answer: (advisor, { clientId, query }) => suggestChanges(advisor, { clientId, ...query }),
  },
]
