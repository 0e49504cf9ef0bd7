import { z } from 'zod'
import { restOperations } from './operations.ts'

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'A code of the service’s closed catalogue' },
    nearestClientIds: { type: 'array', items: { type: 'integer' } },
  },
  required: ['type', 'title', 'status', 'detail', 'code'],
}

/** The OpenAPI 3.1 document of the REST operations, made from the schemas that parse and type them. */
export function createOpenApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of restOperations) {
    const path = `/api/v1/clients/{clientId}/${operation.name}`
    paths[path] = {
      ...paths[path],
      [operation.method]: {
        operationId: operation.operationId,
        summary: operation.summary,
        parameters: [
          { name: 'clientId', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
          ...listQueryParameters(operation.querySchema),
        ],
        ...(operation.bodySchema && {
          requestBody: {
            required: true,
            content: jsonContent(z.toJSONSchema(operation.bodySchema, { io: 'input' })),
          },
        }),
        responses: {
          200: {
            description: 'The answer',
            content: jsonContent(z.toJSONSchema(operation.answerSchema, { io: 'output' })),
          },
          default: {
            description: 'A problem',
            content: { 'application/problem+json': { schema: problemSchema } },
          },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Prêt à dépenser: credit advisor',
      version,
      description:
        'The same figures as the application and the MCP server. Advice is never a decision: a person decides.',
    },
    paths,
  }
}

function listQueryParameters(schema: z.ZodObject) {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { description?: string }>
  }
  return Object.entries(properties).map(([name, { description, ...parameterSchema }]) => ({
    name,
    in: 'query',
    required: false,
    ...(description && { description }),
    schema: parameterSchema,
  }))
}

function jsonContent(schema: unknown) {
  const { $schema: _, ...rest } = schema as Record<string, unknown>
  return { 'application/json': { schema: rest } }
}
