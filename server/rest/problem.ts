import { STATUS_CODES } from 'node:http'
import type { Response } from 'express'
import { errorCatalogue } from '#core/contracts/advisor-error.ts'

/** What only this door can answer, beside the advisor's own catalogue. */
const doorCodes = ['NOT_FOUND', 'METHOD_NOT_ALLOWED', 'INTERNAL'] as const

export interface Problem {
  status: number
  code: keyof typeof errorCatalogue | (typeof doorCodes)[number]
  /** One plain sentence or more: what was found, what is expected, what to do. */
  detail: string
  nearestClientIds?: number[]
}

/** RFC 9457's JSON schema of a `Problem`. */
export const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details',
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string', description: 'The status in words' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What was found, what is expected, what to do' },
    code: {
      type: 'string',
      enum: [...Object.keys(errorCatalogue), ...doorCodes],
      description: [
        'NOT_FOUND: no such operation (404).',
        'METHOD_NOT_ALLOWED: the operation answers another method, named in Allow (405).',
        'INTERNAL: the service failed unexpectedly (500).',
        ...Object.entries(errorCatalogue).map(
          ([code, { httpStatus, retry }]) =>
            `${code}: ${httpStatus}${retry ? ', the same request may pass later' : ''}.`,
        ),
      ].join(' '),
    },
    nearestClientIds: {
      type: 'array',
      items: { type: 'integer' },
      description: 'With UNKNOWN_CLIENT: ids near the one asked for',
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code'],
}

/** Answers with a problem. */
export function sendProblem(response: Response, problem: Problem): void {
  const title = STATUS_CODES[problem.status]
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, ...problem }))
}
