import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describeServed } from '#core/advisor/describe-served.ts'
import { keepAdvisorCurrent } from '#core/advisor/keep-advisor-current.ts'
import { openAudit } from '#core/advisor/open-audit.ts'
import { type AdvisorError, isAdvisorError } from '#core/contracts/advisor-error.ts'
import { openAuditReader } from '#db/audit/open-audit-reader.ts'
import { openConversations } from '#db/conversations/open-conversations.ts'
import { shareDataDir } from '#db/lock-data-dir.ts'
import { createMcpHandler } from '#mcp-server/http.ts'
import { readPanelPage } from '#mcp-server/read-panel-page.ts'
import { createCallerReader } from './access/create-caller-reader.ts'
import { openAccess } from './access/open-access.ts'
import { announceService } from './announce-service.ts'
import { buildApp, markUsed } from './build-app.ts'
import { checkDataDir } from './check-data-dir.ts'
import { createHttpServer } from './create-http-server.ts'
import { createWebHandler } from './create-web-handler.ts'
import { demoPortfolio } from './demo-portfolio.ts'
import { guardHost } from './guard-host.ts'
import { assertPortFree, listen } from './listen.ts'
import { createObserver } from './observe/create-observer.ts'
import { prepareData } from './prepare-data.ts'
import { readEnvironment } from './read-environment.ts'
import { prepareStop } from './stop-server.ts'
import { surviveFaults } from './survive-faults.ts'

const hourMs = 60 * 60 * 1000
const longestStopMs = 10_000

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Prepares what is missing, opens the advisor and serves both doors on one port until told to stop. */
export async function main({ isDev }: { isDev: boolean }): Promise<void> {
  try {
    await serve(isDev)
  } catch (error) {
    console.error(error instanceof Error && !isDev ? describeFailure(error) : error)
    process.exit(1)
  }
}

async function serve(isDev: boolean): Promise<void> {
  const environment = readEnvironment()
  const { dataDir, host, port, allowedHosts } = environment
  const observer = createObserver(environment)
  const { logger, onUnexpected } = observer
  checkDataDir(dataDir)
  await assertPortFree(host, port)
  const leaveDataDir = shareDataDir(dataDir)
  await prepareData({ dataDir, ...demoPortfolio })
  const buildDir = isDev ? null : await buildApp()
  if (buildDir) setInterval(() => markUsed(buildDir), hourMs).unref()

  let servedOrigin: 'demo' | 'import' = 'import'
  const advisors = await keepAdvisorCurrent({
    dataDir,
    onProblem: (error) =>
      isAdvisorError(error) ? logger.error(describeRefusal(error)) : onUnexpected(error),
    onServed: (advisor) => {
      servedOrigin = advisor.servedDataset().origin
      logger.info(describeServed(advisor))
    },
  })
  servedOrigin = await advisors.use(async (advisor) => advisor.servedDataset().origin)
  const access = await openAccess({
    ...environment,
    secret: environment.authSecret,
    servesDemoData: () => servedOrigin === 'demo',
    onUnexpected,
  })
  const audit = observer.watchAnswers(openAudit({ dataDir, onUnexpected }))
  const auditLog = openAuditReader(dataDir)
  const conversations = openConversations(dataDir)
  const shared = { access, audit, allowedHosts, onUnexpected, isSecure: environment.cookieSecure }
  const mcpHandler = await createMcpHandler(advisors, {
    ...shared,
    authenticate: createCallerReader(shared),
    onToolCall: observer.onToolCall,
    panelPage: buildDir ? readPanelPage(buildDir) : undefined,
  })
  const webHandler = await createWebHandler({
    ...shared,
    advisors,
    auditLog,
    conversations,
    buildDir,
    trustedProxies: environment.trustedProxies,
  })
  const listener = createListener(mcpHandler, webHandler, allowedHosts)
  const watched = await observer.watchRequests(listener, { advisors, buildDir })
  const server = createHttpServer(surviveFaults(watched, onUnexpected))
  const stopServer = prepareStop(server)
  await listen(server, host, port)
  const stop = async () => {
    setTimeout(() => process.exit(0), longestStopMs)
    await stopServer()
    await mcpHandler.close()
    await advisors.close()
    access.close()
    auditLog.close()
    audit.close()
    conversations.close()
    leaveDataDir()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const { port: openPort } = server.address() as AddressInfo
  await announceService(advisors, { host, port: openPort, access }).catch(onUnexpected)
}

function createListener(mcpHandler: Handler, webHandler: Handler, allowedHosts: readonly string[]): Handler {
  return (request, response) => {
    const path = request.url?.split('?', 1)[0]
    // MCP is answered before Express: its middleware would cost more than the tool. It guards itself, in JSON-RPC.
    if (path === '/mcp') return mcpHandler(request, response)
    // Probes reach a container under whatever name or address it has.
    const refusal = path === '/healthz' ? null : guardHost(request, allowedHosts)
    if (!refusal) return webHandler(request, response)
    request.resume()
    const headers = {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      Connection: 'close',
    }
    response.writeHead(403, headers).end(refusal)
  }
}

function describeRefusal({ code, message }: AdvisorError): string {
  return `${code}: ${message} Until then what serves now goes on.`
}

function describeFailure(error: Error & { code?: string }): string {
  if (error.code === 'EADDRINUSE') {
    return 'The port is taken by another program. Stop it, or choose another with PORT=3001 npm start.'
  }
  return isAdvisorError(error) ? `${error.code}: ${error.message}` : error.message
}
