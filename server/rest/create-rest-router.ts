import express, { type ErrorRequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import { errorCatalogue, isAdvisorError } from '#core/contracts/advisor-error.ts'
import { createOpenApiDocument } from './create-openapi-document.ts'
import { clientIdParameterSchema, type RestOperation, restOperations } from './operations.ts'

export interface RestRouterOptions {
  advisor: AdvisorContext
  version: string
  onUnexpected: (error: unknown) => void
}

/** The REST door: `/api/v1/clients/{id}/…` and `/api/v1/openapi.json`, with problem details for errors. */
export function createRestRouter({ advisor, version, onUnexpected }: RestRouterOptions): Router {
  const router = Router()
  router.use(express.json({ limit: '64kb' }))
  const document = createOpenApiDocument(version)
  router.get('/openapi.json', (_request, response) => {
    response.json(document)
  })
  for (const operation of restOperations) {
    router[operation.method](`/clients/:clientId/${operation.name}`, async (request, response) => {
      try {
        response.set('Cache-Control', 'no-store').json(await answer(advisor, operation, request))
      } catch (error) {
        sendError(response, error, onUnexpected)
      }
    })
  }
  router.use((_request, response) => {
    sendProblem(response, {
      status: 404,
      code: 'NOT_FOUND',
      detail: 'No such operation; see /api/v1/openapi.json.',
    })
  })
  const refuseBody: ErrorRequestHandler = (error, _request, response, _next) => {
    const status = Number(error?.status) || 400
    sendProblem(response, {
      status,
      code: 'INVALID_INPUT',
      detail: 'The body can’t be read; expected JSON up to 64 kB.',
    })
  }
  router.use(refuseBody)
  return router
}

async function answer(
  advisor: AdvisorContext,
  { querySchema, bodySchema, answer: compute }: RestOperation,
  request: { params: Record<string, string>; query: unknown; body: unknown },
): Promise<unknown> {
  const clientId = clientIdParameterSchema.parse(request.params.clientId)
  const query = querySchema.strict().parse(request.query)
  const body = bodySchema?.parse(request.body)
  return compute(advisor, { clientId, query, body })
}

function sendError(response: Response, error: unknown, onUnexpected: (error: unknown) => void): void {
  if (error instanceof z.ZodError) {
    sendProblem(response, { status: 400, code: 'INVALID_INPUT', detail: z.prettifyError(error) })
  } else if (isAdvisorError(error)) {
    const { httpStatus } = errorCatalogue[error.code]
    const { nearestClientIds } = error.detail
    sendProblem(response, {
      status: httpStatus,
      code: error.code,
      detail: error.message,
      ...(nearestClientIds && { nearestClientIds }),
    })
  } else {
    onUnexpected(error)
    sendProblem(response, {
      status: 500,
      code: 'INTERNAL',
      detail: 'The service failed unexpectedly. Try again.',
    })
  }
}

interface Problem {
  status: number
  code: string
  detail: string
  nearestClientIds?: number[]
}

function sendProblem(response: Response, problem: Problem): void {
  const title = problem.code.toLowerCase().replaceAll('_', ' ')
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, ...problem }))
}
