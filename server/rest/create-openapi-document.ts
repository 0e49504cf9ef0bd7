import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { restOperations } from './operations.ts'
import { problemSchema } from './problem.ts'

type JsonSchema = Record<string, unknown>

const componentsPath = '#/components/schemas/'

const clientIdParameter = {
  name: 'clientId',
  in: 'path',
  required: true,
  schema: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
}

/** The OpenAPI 3.1 document of the REST operations, made from the schemas that parse and type them. */
export function createOpenApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  const schemas: Record<string, unknown> = { Problem: problemSchema }
  for (const operation of restOperations) {
    const path = `/api/v1${operation.path}`
    paths[path] = {
      ...paths[path],
      [operation.method]: {
        operationId: operation.operationId,
        summary: operation.summary,
        security: [{ token: [operation.scope] }],
        parameters: [
          ...('clientId' in operation.pathSchema.shape ? [clientIdParameter] : []),
          ...listQueryParameters(operation.querySchema),
        ],
        ...(operation.bodySchema && {
          requestBody: {
            required: true,
            content: jsonContent(operation.bodySchema, 'input', schemas),
          },
        }),
        responses: {
          200: {
            description: 'The answer',
            content: jsonContent(operation.answerSchema, 'output', schemas),
          },
          default: {
            description: 'A problem',
            content: { 'application/problem+json': { schema: { $ref: `${componentsPath}Problem` } } },
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
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token that an administrator made; each operation names the scope that it takes.',
        },
      },
    },
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

/** Moves the schemas that zod names in this one to the document's own, where their references resolve. */
function jsonContent(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, unknown>) {
  const { $schema: _, $defs = {}, ...rest } = toDocumentSchema(schema, io)
  for (const [name, named] of Object.entries($defs as Record<string, JsonSchema>)) {
    if (schemas[name] && !isDeepStrictEqual(schemas[name], named)) {
      throw new Error(
        `Two schemas are named ${name}. Each needs a name of its own: change one's meta({ id }).`,
      )
    }
    schemas[name] = named
  }
  return { 'application/json': { schema: rest } }
}

function toDocumentSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const text = JSON.stringify(z.toJSONSchema(schema, { io }))
  return JSON.parse(text, (key, value) =>
    key === '$ref' ? String(value).replace('#/$defs/', componentsPath) : value,
  )
}
