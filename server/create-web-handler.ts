import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { getServiceHealth } from '#core/advisor/get-service-health.ts'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import type { Audit } from '#core/advisor/open-audit.ts'
import { isAdvisorError } from '#core/contracts/advisor-error.ts'
import type { AuditReader } from '#db/audit/open-audit-reader.ts'
import type { Conversations } from '#db/conversations/open-conversations.ts'
import { createCallerReader } from './access/create-caller-reader.ts'
import { resourceMetadataPaths, sendResourceMetadata } from './access/create-resource-metadata.ts'
import { guardPages } from './access/guard-pages.ts'
import type { Access } from './access/open-access.ts'
import { createPageHandler } from './create-page-handler.ts'
import { createRestRouter } from './rest/create-rest-router.ts'

export interface WebHandlerOptions {
  advisors: AdvisorSource
  access: Access
  audit: Audit
  auditLog: AuditReader
  conversations: Conversations
  /** Host names, without port, under which the service is reached besides loopback. */
  allowedHosts: readonly string[]
  /** Whether the service is reached over HTTPS. */
  isSecure: boolean
  trustedProxies: number
  /** Folder of the built application; null has Vite build it as pages are asked for. */
  buildDir: string | null
  onUnexpected: (error: unknown) => void
}

/** Everything over HTTP but `/mcp`: health, REST, static files and the Remix application. */
export async function createWebHandler(
  options: WebHandlerOptions,
): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  const { advisors, access, audit, allowedHosts, buildDir, onUnexpected } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', options.trustedProxies)
  app.use(setSecurityHeaders(options.isSecure))
  app.get('/healthz', async (_request, response) => {
    try {
      response.set('Cache-Control', 'no-store').json(await advisors.use(getServiceHealth))
    } catch (error) {
      if (!isAdvisorError(error)) onUnexpected(error)
      const message = isAdvisorError(error) ? `${error.code}: ${error.message}` : 'The service cannot answer.'
      response.status(503).json({ status: 'unavailable', message })
    }
  })
  app.use(compression())
  app.get(resourceMetadataPaths, sendResourceMetadata)
  const authenticate = createCallerReader({ access, allowedHosts })
  const rest = createRestRouter({ advisors, authenticate, audit, version: readVersion(), onUnexpected })
  app.use('/api/v1', rest)
  const guard = guardPages({ access, allowedHosts })
  const { auditLog, conversations } = options
  const pages = { advisors, audit, auditLog, desk: access.desk, conversations, onUnexpected }
  if (buildDir === null) {
    const { createServer } = await import('vite')
    const vite = await createServer({ server: { middlewareMode: true } })
    app.use(vite.middlewares)
    const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
    app.all('*', guard, createPageHandler({ ...pages, build }))
    return app
  }
  const assets = express.static(join(buildDir, 'client/assets'), { immutable: true, maxAge: '1y' })
  app.use('/assets', assets)
  app.use(express.static(join(buildDir, 'client'), { maxAge: '1h' }))
  const build = (await import(pathToFileURL(join(buildDir, 'server/index.js')).href)) as ServerBuild
  app.all('*', guard, createPageHandler({ ...pages, build }))
  app.use(createErrorHandler(onUnexpected))
  return app
}

function setSecurityHeaders(isSecure: boolean): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    if (isSecure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    next()
  }
}

/** What no route has answered: addresses that can't be decoded, and faults of ours. */
function createErrorHandler(onUnexpected: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const status = Number(error?.status)
    const isCallers = status >= 400 && status < 500
    if (!isCallers) onUnexpected(error)
    if (response.headersSent) return next(error)
    const text = isCallers
      ? 'This address cannot be read. Check it.'
      : 'The service failed unexpectedly. Try again.'
    response
      .status(isCallers ? status : 500)
      .type('text/plain')
      .send(text)
  }
}

function readVersion(): string {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')).version
}
