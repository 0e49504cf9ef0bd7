import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { Logger } from 'pino'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import type { Audit } from '#core/advisor/open-audit.ts'
import { countAnswers } from './count-answers.ts'
import { createLogger } from './create-logger.ts'
import { createMetrics, type Metrics } from './create-metrics.ts'
import { createRouteNamer } from './create-route-namer.ts'
import { serveMetrics } from './serve-metrics.ts'
import { takeOverConsole } from './take-over-console.ts'
import { watchRequests } from './watch-requests.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** The eyes of who runs the service: log and metrics, neither of which tells of a person. */
export interface Observer {
  logger: Logger
  onUnexpected: (error: unknown) => void
  onToolCall: Metrics['countToolCall']
  watchAnswers(audit: Audit): Audit
  /** Every request is told of; `/metrics` is answered here. From now on the log has what is said on the console. */
  watchRequests(listener: Listener, service: WatchedService): Promise<Listener>
}

export interface WatchedService {
  advisors: AdvisorSource
  /** Folder of the built application; null when it is built as pages are asked for. */
  buildDir: string | null
}

export interface ObserverOptions {
  logLevel: string
  /** What opens `/metrics`; null when it is shut. */
  metricsToken: string | null
  trustedProxies: number
}

/** Makes log and metrics of one service. */
export function createObserver({ logLevel, metricsToken, trustedProxies }: ObserverOptions): Observer {
  const logger = createLogger(logLevel)
  const metrics = createMetrics()
  const onUnexpected = (error: unknown) => {
    metrics.countUnexpected()
    logger.error({ err: error }, 'unexpected error')
  }
  return {
    logger,
    onUnexpected,
    onToolCall: metrics.countToolCall,
    watchAnswers: (audit) => countAnswers(audit, metrics.countAnswer),
    async watchRequests(listener, { advisors, buildDir }) {
      if (buildDir !== null) takeOverConsole(logger, onUnexpected)
      const answerMetrics = serveMetrics({ metrics, advisors, token: metricsToken, onUnexpected })
      const route: Listener = (request, response) =>
        request.url?.split('?', 1)[0] === '/metrics'
          ? void answerMetrics(request, response)
          : listener(request, response)
      return watchRequests(route, {
        nameRoute: createRouteNamer(await readPageRoutes(buildDir)),
        logger,
        onAnswered: metrics.countRequest,
        trustsProxy: trustedProxies > 0,
      })
    },
  }
}

async function readPageRoutes(buildDir: string | null): Promise<ServerBuild['routes']> {
  if (buildDir === null) return {}
  const build: ServerBuild = await import(pathToFileURL(join(buildDir, 'server/index.js')).href)
  return build.routes
}
