import { userInfo } from 'node:os'
import { PassThrough } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { describeServed } from '#core/advisor/describe-served.ts'
import { keepAdvisorCurrent } from '#core/advisor/keep-advisor-current.ts'
import { openAudit } from '#core/advisor/open-audit.ts'
import { isAdvisorError } from '#core/contracts/advisor-error.ts'
import { type Caller, scopeSchema } from '#core/contracts/caller.ts'
import { createServerFactory } from './create-server-factory.ts'
import { DrainingTransport } from './draining-transport.ts'
import { findNewestPanelPage } from './find-newest-panel-page.ts'

// stdout carries JSON-RPC alone: whatever a library prints goes to stderr.
console.log = console.error
console.info = console.error
console.debug = console.error

/** Who can run this can read DATA_DIR: nothing is kept from them, and what they are shown is kept all the same. */
const localUser: Caller = {
  actor: `local:${nameUser()}`,
  scopes: new Set(scopeSchema.options),
  isDemo: false,
}

try {
  const advisors = await keepAdvisorCurrent({
    onProblem: (error) => console.error(describe(error)),
    onServed: (advisor) => console.error(describeServed(advisor)),
  })
  const audit = openAudit()
  const createServer = createServerFactory(advisors, {
    identify: () => ({ caller: localUser, door: 'mcp-stdio', audit }),
    panelPage: findNewestPanelPage(),
  })
  // The SDK's transport drops what it has not answered when its input ends, so its input doesn't.
  const input = process.stdin.pipe(new PassThrough(), { end: false })
  const transport = new DrainingTransport(new StdioServerTransport(input))
  const connection = serveStdio(createServer, {
    transport,
    onerror: (error) => console.error(`A message could not be served: ${error.message}`),
  })
  const close = async () => {
    // What was sent before the end is still on its way through the pipe.
    await nextTurn()
    await transport.drain()
    await advisors.close()
    audit.close()
    await connection.close()
    process.exit(0)
  }
  process.stdin.once('end', close)
  process.once('SIGINT', close)
  process.once('SIGTERM', close)
} catch (error) {
  console.error(describe(error))
  process.exit(1)
}

function nameUser(): string {
  try {
    return userInfo().username
  } catch {
    // Containers run as users that have no name.
    return String(process.getuid?.())
  }
}

function describe(error: unknown): unknown {
  return isAdvisorError(error) ? `${error.code}: ${error.message}` : error
}
