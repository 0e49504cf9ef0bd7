import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { lendToCaller } from '#core/advisor/lend-to-caller.ts'
import type { Audit } from '#core/advisor/open-audit.ts'
import { parseInput } from '#core/advisor/parse-input.ts'
import { AdvisorError, errorCatalogue, isAdvisorError } from '#core/contracts/advisor-error.ts'
import type { Caller, Scope } from '#core/contracts/caller.ts'
import { composeChallenge } from '#mcp-server/challenge.ts'
import { createOpenApiDocument } from './create-openapi-document.ts'
import { type RestOperation, restOperations } from './operations.ts'
import { sendProblem } from './problem.ts'

export interface RestRouterOptions {
  advisors: AdvisorSource
  /** Who sends a request; null for a stranger, who is told nothing. */
  authenticate: (request: Request) => Caller | null | Promise<Caller | null>
  audit: Audit
  version: string
  onUnexpected: (error: unknown) => void
}

/** The REST door: the operations and `/api/v1/openapi.json`, with problem details for errors. */
export function createRestRouter(options: RestRouterOptions): Router {
  const { advisors, authenticate, audit, version, onUnexpected } = options
  const router = Router()
  router.use(requireCaller(authenticate))
  router.use(express.json({ limit: '64kb' }))
  const document = createOpenApiDocument(version)
  router.get('/openapi.json', (_request, response) => {
    response.json(document)
  })
  router.all('/openapi.json', refuseMethod('GET, HEAD'))
  for (const operation of restOperations) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1')
    router[operation.method](path, async (request, response, next) => {
      try {
        const { caller } = response.locals as { caller: Caller }
        if (!caller.scopes.has(operation.scope)) return refuseScope(request, response, operation.scope)
        const lent = lendToCaller(advisors, { caller, door: 'rest', audit })
        response.set('Cache-Control', 'no-store').json(await answer(lent, operation, request))
      } catch (error) {
        next(error)
      }
    })
    router.all(path, refuseMethod(operation.method === 'get' ? 'GET, HEAD' : 'POST'))
  }
  router.use((_request, response) => {
    sendProblem(response, {
      status: 404,
      code: 'NOT_FOUND',
      detail: 'There is no such operation here; see /api/v1/openapi.json for those that are.',
    })
  })
  router.use(createErrorHandler(onUnexpected))
  return router
}

function requireCaller(authenticate: RestRouterOptions['authenticate']): RequestHandler {
  return async (request, response, next) => {
    try {
      response.locals.caller = await authenticate(request)
      if (response.locals.caller) return next()
      response.set('WWW-Authenticate', composeChallenge(nameResource(request)))
      sendProblem(response, {
        status: 401,
        code: 'UNAUTHENTICATED',
        detail:
          'No valid token came with the request; "Authorization: Bearer …" is expected. An administrator makes tokens on the page /admin/tokens; a demo keeps one in DATA_DIR/demo-token.',
      })
    } catch (error) {
      next(error)
    }
  }
}

function refuseScope(request: Request, response: Response, scope: Scope): void {
  response.set('WWW-Authenticate', composeChallenge(nameResource(request), scope))
  sendProblem(response, {
    status: 403,
    code: 'INSUFFICIENT_SCOPE',
    detail: `The token lacks the scope ${scope}, which this operation takes; ask who gave it to you for one that has it.`,
  })
}

function nameResource(request: Request): string {
  return `${request.protocol}://${request.headers.host}/api/v1`
}

async function answer(
  advisors: AdvisorSource,
  { pathSchema, querySchema, bodySchema, answer: compute }: RestOperation,
  request: Request,
): Promise<unknown> {
  const path = parseInput(pathSchema, request.params)
  const query = parseInput(querySchema, request.query)
  if (bodySchema) assertJson(request)
  const body = bodySchema && parseInput(bodySchema, request.body)
  return advisors.use((advisor) => compute(advisor, { path, query, body }))
}

function assertJson(request: Request): void {
  if (request.is('json') !== false) return
  throw new AdvisorError('INVALID_INPUT', {
    found: `Content-Type is ${request.get('content-type')?.slice(0, 60) ?? 'missing'}`,
    expected: 'where application/json is expected;',
    nextStep: 'correct it and try again.',
  })
}

function refuseMethod(allowed: string) {
  return (request: Request, response: Response): void => {
    response.set('Allow', allowed)
    sendProblem(response, {
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
      detail: `The method is ${request.method} where ${allowed.replace(', ', ' or ')} is expected; see /api/v1/openapi.json.`,
    })
  }
}

function createErrorHandler(onUnexpected: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    if (isAdvisorError(error)) {
      const { nearestClientIds } = error.detail
      sendProblem(response, {
        status: errorCatalogue[error.code].httpStatus,
        code: error.code,
        detail: error.message,
        ...(nearestClientIds && { nearestClientIds }),
      })
      return
    }
    const refusal = describeRefusal(error)
    if (refusal) {
      sendProblem(response, { ...refusal, code: 'INVALID_INPUT' })
      return
    }
    onUnexpected(error)
    sendProblem(response, {
      status: 500,
      code: 'INTERNAL',
      detail: 'The service failed unexpectedly; try again, and if it persists tell who runs it.',
    })
  }
}

/** What Express and its body parser turn away before an operation is reached; null for anything else. */
function describeRefusal(error: unknown): { status: number; detail: string } | null {
  const { status, type } = error as { status?: number; type?: string }
  if (error instanceof URIError) {
    return { status: 400, detail: 'The address holds a % that is no encoded character; encode it as %25.' }
  }
  // The body parser alone names what it found by a type.
  if (type === undefined || status === undefined || status >= 500) return null
  if (type === 'entity.too.large') {
    return { status, detail: 'The body is larger than the 64 kB that are expected; send a smaller one.' }
  }
  return {
    status,
    detail: 'The body is not the JSON object in UTF-8 that is expected; correct it and send it again.',
  }
}
