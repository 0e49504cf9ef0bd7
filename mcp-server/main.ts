import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { openAdvisor } from '#core/advisor/open-advisor.ts'
import { isAdvisorError } from '#core/contracts/advisor-error.ts'
import { createServer } from './create-server.ts'

// stdout carries JSON-RPC alone: whatever a library prints goes to stderr.
console.log = console.error
console.info = console.error
console.debug = console.error

try {
  const advisor = await openAdvisor()
  const server = createServer(lendAdvisor(advisor))
  server.server.onerror = (error) => console.error(`A message could not be read: ${error.message}`)
  await server.connect(new StdioServerTransport())
  const close = async () => {
    await server.close()
    await advisor.close()
    process.exit(0)
  }
  process.stdin.once('end', close)
  process.once('SIGINT', close)
  process.once('SIGTERM', close)
} catch (error) {
  console.error(isAdvisorError(error) ? `${error.code}: ${error.message}` : error)
  process.exit(1)
}
