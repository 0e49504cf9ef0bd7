import { userInfo } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { describeServed } from '#core/advisor/describe-served.ts'
import { keepAdvisorCurrent } from '#core/advisor/keep-advisor-current.ts'
import { openAudit } from '#core/advisor/open-audit.ts'
import { isAdvisorError } from '#core/contracts/advisor-error.ts'
import { type Caller, scopeSchema } from '#core/contracts/caller.ts'
import { createServer } from './create-server.ts'

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
  const server = createServer(advisors, {
    identify: () => ({ caller: localUser, door: 'mcp-stdio', audit }),
  })
  server.server.onerror = (error) => console.error(`A message could not be read: ${error.message}`)
  await server.connect(new StdioServerTransport())
  const close = async () => {
    // Calls under way are answered first; their answers are written in the turn in which the last one ends.
    await advisors.close()
    await nextTurn()
    audit.close()
    await server.close()
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
