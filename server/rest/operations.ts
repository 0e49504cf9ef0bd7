import { z } from 'zod'
import { compareCohort } from '#core/advisor/compare-cohort.ts'
import { driftReport } from '#core/advisor/drift-report.ts'
import { explainClient } from '#core/advisor/explain-client.ts'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import { scoreClient } from '#core/advisor/score-client.ts'
import { simulateClient } from '#core/advisor/simulate-client.ts'
import { suggestChanges } from '#core/advisor/suggest-changes.ts'
import type { Scope } from '#core/contracts/caller.ts'
import { clientFiltersSchema } from '#core/contracts/client-filters.ts'
import {
  compareCohortAnswerSchema,
  compareCohortInputSchema,
  smallestCohortSize,
} from '#core/contracts/compare-cohort.ts'
import { clientIdSchema } from '#core/contracts/decision.ts'
import { driftReportAnswerSchema, driftReportInputSchema } from '#core/contracts/drift-report.ts'
import { explainClientAnswerSchema } from '#core/contracts/explain-client.ts'
import { languageSchema } from '#core/contracts/language.ts'
import { scoreClientAnswerSchema } from '#core/contracts/score-client.ts'
import { clientChangesSchema, simulateClientAnswerSchema } from '#core/contracts/simulate-client.ts'
import { suggestChangesAnswerSchema } from '#core/contracts/suggest-changes.ts'

/** One REST operation. Its path, query and body are parsed by these schemas, which also make the OpenAPI document. */
export interface RestOperation {
  method: 'get' | 'post'
  /** Under `/api/v1`, as OpenAPI writes it. */
  path: string
  pathSchema: z.ZodObject
  operationId: string
  summary: string
  /** What a caller must be allowed to do. */
  scope: Scope
  querySchema: z.ZodObject
  bodySchema?: z.ZodType
  answerSchema: z.ZodType
  answer(advisor: AdvisorContext, request: RestRequest): Promise<unknown>
}

export interface RestRequest {
  // biome-ignore lint/suspicious/noExplicitAny: parsed by the operation's own schema; the handler keeps them together.
  path: any
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  query: any
  body?: unknown
}

interface ClientOperation extends Omit<RestOperation, 'path' | 'pathSchema' | 'answer'> {
  /** Under `/api/v1/clients/{clientId}`. */
  name: string
  answer(advisor: AdvisorContext, request: Omit<RestRequest, 'path'> & { clientId: number }): Promise<unknown>
}

/** An object whose every parameter is known: one misspelt would be left out of the answer unnoticed. */
function parameters<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `there is no ${issue.keys.map((key) => key.slice(0, 60)).join(', ')} here; what can be given is ${Object.keys(shape).join(', ')}`
        : undefined,
  })
}

const language = languageSchema.optional().describe('fr (default) or en')

const listParameter = z
  .string()
  .max(1500)
  .transform((names) => names.split(',').filter(Boolean))
const featuresParameter = listParameter.pipe(compareCohortInputSchema.shape.features.unwrap())

const filtersParameter = z
  .string()
  .max(4000)
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({
        code: 'custom',
        input: text,
        message: `JSON is expected, such as ${exampleFilters}`,
      })
      return z.NEVER
    }
  })
  .pipe(clientFiltersSchema)
const exampleFilters = '{"ageYears":{"max":30}}'

const cohortQuerySchema = parameters({
  language,
  kind: z.enum(['all', 'filter', 'similar']).default('all'),
  size: z.coerce
    .number()
    .int()
    .min(smallestCohortSize)
    .max(5000)
    .optional()
    .describe('With kind=similar: how many, 500 unless given'),
  filters: filtersParameter.optional().describe(`With kind=filter, which needs it: JSON, ${exampleFilters}`),
  features: featuresParameter.optional().describe('Feature names separated by commas'),
}).superRefine(({ kind, size, filters }, context) => {
  const refuse = (path: string, input: unknown, message: string) =>
    context.addIssue({ code: 'custom', path: [path], input, message })
  if (kind === 'filter' && filters === undefined) {
    refuse('filters', filters, `kind=filter needs it, as JSON such as ${exampleFilters}`)
  }
  if (kind !== 'filter' && filters !== undefined) {
    refuse('filters', filters, `it goes with kind=filter alone, and kind is ${kind}`)
  }
  if (kind !== 'similar' && size !== undefined) {
    refuse('size', size, `it goes with kind=similar alone, and kind is ${kind}`)
  }
})

const clientPathSchema = z.object({
  clientId: z
    .string()
    .regex(/^[1-9]\d{0,15}$/, 'a client number such as 100001')
    .transform(Number)
    .pipe(clientIdSchema),
})

const clientOperations: readonly ClientOperation[] = [
  {
    method: 'get',
    name: 'score',
    operationId: 'scoreClient',
    scope: 'clients:read',
    summary: 'Probability of default and of repayment, advice, risk class',
    querySchema: parameters({ language }),
    answerSchema: scoreClientAnswerSchema,
    answer: (advisor, { clientId, query }) => scoreClient(advisor, { clientId, ...query }),
  },
  {
    method: 'get',
    name: 'explanation',
    operationId: 'explainClient',
    scope: 'clients:read',
    summary: 'The score with its exact reasons and themes',
    querySchema: parameters({ language, maxReasons: z.coerce.number().int().min(1).max(20).optional() }),
    answerSchema: explainClientAnswerSchema,
    answer: (advisor, { clientId, query }) => explainClient(advisor, { clientId, ...query }),
  },
  {
    method: 'get',
    name: 'cohort',
    operationId: 'compareCohort',
    scope: 'clients:read',
    summary: 'How the client stands among all clients, a filtered group or the most similar',
    querySchema: cohortQuerySchema,
    answerSchema: compareCohortAnswerSchema,
    answer: (advisor, { clientId, query: { kind, size, filters, ...query } }) =>
      compareCohort(advisor, {
        clientId,
        cohort: { kind, ...(filters && { filters }), ...(size !== undefined && { size }) },
        ...query,
      }),
  },
  {
    method: 'post',
    name: 'simulation',
    operationId: 'simulateClient',
    scope: 'clients:simulate',
    summary: 'The score as it is and with some changes; nothing is stored',
    querySchema: parameters({ language }),
    bodySchema: parameters({ changes: clientChangesSchema }),
    answerSchema: simulateClientAnswerSchema,
    answer: (advisor, { clientId, query, body }) =>
      simulateClient(advisor, { clientId, ...(body as { changes: object }), ...query }),
  },
  {
    method: 'get',
    name: 'suggestions',
    operationId: 'suggestChanges',
    scope: 'clients:simulate',
    summary: 'The smallest changes of the request that would turn the advice',
    querySchema: parameters({ language }),
    answerSchema: suggestChangesAnswerSchema,
    answer: (advisor, { clientId, query }) => suggestChanges(advisor, { clientId, ...query }),
  },
]

export const restOperations: readonly RestOperation[] = [
  ...clientOperations.map(
    ({ name, answer, ...operation }): RestOperation => ({
      ...operation,
      path: `/clients/{clientId}/${name}`,
      pathSchema: clientPathSchema,
      answer: (advisor, { path, ...request }) => answer(advisor, { clientId: path.clientId, ...request }),
    }),
  ),
  {
    method: 'get',
    path: '/drift',
    pathSchema: z.object({}),
    operationId: 'driftReport',
    scope: 'model:read',
    summary: 'How a window of clients differs from those that the model was trained on, column by column',
    querySchema: parameters({
      language,
      window: driftReportInputSchema.shape.window,
      features: listParameter
        .pipe(driftReportInputSchema.shape.features.unwrap())
        .optional()
        .describe('Feature names separated by commas; all unless given'),
      onlyDrifted: z
        .enum(['true', 'false'])
        .transform((text) => text === 'true')
        .optional()
        .describe('Only drifted columns'),
    }),
    answerSchema: driftReportAnswerSchema,
    answer: (advisor, { query }) => driftReport(advisor, query),
  },
]
