import { spawn } from 'node:child_process'
import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { createFixtureServer } from '#testing/conformance/create-fixture-server.ts'
import { inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { createMcpHandler } from './http.ts'
import { type McpHandler, serveOverHttp } from './serve-over-http.ts'

const projectDir = join(import.meta.dirname, '..')
const suite = join(projectDir, 'node_modules/@modelcontextprotocol/conformance/dist/index.js')
const notApplicable = join(projectDir, 'testing/conformance/not-applicable.yml')

/** The suite can send no token, so that everyone may do everything. */
const authenticate = () => inventCaller()
let advisor: AdvisorContext
const doors: { handler: McpHandler; server: Server }[] = []

async function open(handler: McpHandler): Promise<string> {
  const server = createHttpServer(handler)
  doors.push({ handler, server })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`
}

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
})
afterAll(async () => {
  for (const { handler, server } of doors) {
    await handler.close()
    server.closeAllConnections()
    server.close()
  }
  await advisor.close()
})

/** Runs the suite in a process of its own: it must reach the server as anybody does. */
function runSuite(url: string, args: string[]): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, [suite, 'server', '--url', url, ...args], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  child.stderr.on('data', (chunk) => {
    printed += chunk
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, printed })))
}

describe('The conformance suite of MCP', () => {
  test.each([
    'server-initialize',
    'ping',
    'completion-complete',
    'tools-list',
    'resources-list',
    'prompts-list',
    'dns-rebinding-protection',
  ])('finds nothing wrong with the product: %s', async (scenario) => {
    const url = await open(await createMcpHandler(lendAdvisor(advisor), { authenticate, audit: unkeptAudit }))
    const { code, printed } = await runSuite(url, ['--scenario', scenario])
    expect(code, printed).toBe(0)
    expect(printed).toMatch(/Passed: ([1-9]\d*)\/\1, 0 failed, 0 warnings/)
  })

  test('finds nothing wrong with the transport, in any scenario that applies to a stateless endpoint', async () => {
    const url = await open(await serveOverHttp(createFixtureServer, { authenticate }))
    const { code, printed } = await runSuite(url, ['--suite', 'all', '--expected-failures', notApplicable])
    expect(code, printed).toBe(0)
  })
})
