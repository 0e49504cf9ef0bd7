import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { openAdvisor } from '#core/advisor/open-advisor.ts'
import { isAdvisorError } from '#core/contracts/advisor-error.ts'
import { createMcpHandler } from '#mcp-server/http.ts'
import { announceService } from './announce-service.ts'
import { buildApp } from './build-app.ts'
import { createWebHandler } from './create-web-handler.ts'
import { prepareData } from './prepare-data.ts'
import { readEnvironment } from './read-environment.ts'

/** The demo portfolio that a first start makes. */
const demo = { demoClients: 20_000, demoSeed: 7 }

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
  const logger = pino({ level: environment.logLevel })
  await prepareData({ dataDir: environment.dataDir, ...demo })
  if (!isDev) await buildApp()

  const advisor = await openAdvisor({ dataDir: environment.dataDir })
  const onUnexpected = (error: unknown) => logger.error({ err: error }, 'unexpected error')
  const mcpHandler = await createMcpHandler(advisor, { allowedHosts: environment.allowedHosts, onUnexpected })
  const webHandler = await createWebHandler({ advisor, isDev, onUnexpected })

  // MCP is answered before Express: its middleware would cost more than the tool.
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0]
    if (path === '/mcp') mcpHandler(request, response)
    else webHandler(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(environment.port, environment.host, resolve)
  })
  const stop = async () => {
    // Requests under way are finished; a connection that never ends must not hold the process.
    setTimeout(() => server.closeAllConnections(), 10_000).unref()
    server.close(async () => {
      await mcpHandler.close()
      await advisor.close()
      process.exit(0)
    })
    server.closeIdleConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  announceService(advisor, environment.host, (server.address() as AddressInfo).port)
}

function describeFailure(error: Error & { code?: string }): string {
  if (error.code === 'EADDRINUSE') {
    return 'The port is taken by another program. Stop it, or choose another with PORT=3001 npm start.'
  }
  return isAdvisorError(error) ? `${error.code}: ${error.message}` : error.message
}
