import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { NamedRoute } from './create-route-namer.ts'
import { runInRequest } from './request-context.ts'

/** What is told of a request: nothing of who asked, or about whom. */
export interface AnsweredRequest extends NamedRoute {
  method: string
  /** 499 when the caller went away before the answer was whole. */
  status: number
  seconds: number
}

export interface WatchRequestsOptions {
  nameRoute: (path: string) => NamedRoute
  logger: Logger
  onAnswered: (request: AnsweredRequest) => void
  /** Whether a proxy's X-Request-Id is taken over. */
  trustsProxy: boolean
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const callerGone = 499
const knownMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Gives each request an id, which the answer carries as X-Request-Id, and tells of each in one line of the log. */
export function watchRequests(listener: Listener, options: WatchRequestsOptions): Listener {
  const { nameRoute, logger, onAnswered, trustsProxy } = options
  return (request, response) => {
    const startedAt = performance.now()
    const requestId = (trustsProxy && readRequestId(request)) || randomUUID()
    response.setHeader('X-Request-Id', requestId)
    // A path is another once a router has taken its part of it.
    const path = (request.url ?? '/').split('?', 1)[0] as string
    response.once('close', () => {
      const answered: AnsweredRequest = {
        ...nameRoute(path),
        method: knownMethods.find((method) => method === request.method) ?? 'OTHER',
        status: response.writableFinished ? response.statusCode : callerGone,
        seconds: (performance.now() - startedAt) / 1000,
      }
      onAnswered(answered)
      const { seconds, ...told } = answered
      const level = chooseLevel(answered)
      if (logger.isLevelEnabled(level)) {
        logger[level]({ requestId, ...told, durationMs: Math.round(seconds * 1e4) / 10 }, 'request')
      }
    })
    runInRequest(requestId, () => listener(request, response))
  }
}

/** Words that a proxy may have from anybody: only an id of letters and digits passes, and no number. */
function readRequestId({ headers }: IncomingMessage): string | undefined {
  const requestId = headers['x-request-id']
  return typeof requestId === 'string' && /^(?=.*[a-z])[\w-]{8,64}$/i.test(requestId) ? requestId : undefined
}

/** Probes and files come by the minute and tell nothing, unless they fail. */
function chooseLevel({ door, status }: AnsweredRequest): 'debug' | 'info' | 'error' {
  if (status >= 500) return 'error'
  return door === 'operations' || door === 'static' ? 'debug' : 'info'
}
