import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { countTokens } from 'gpt-tokenizer'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { driftReportAnswerSchema } from '#core/contracts/drift-report.ts'
import { identifyAll, inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { createServer } from './create-server.ts'
import { createMcpHandler } from './http.ts'
import type { McpHandler } from './serve-over-http.ts'

let advisor: AdvisorContext
let client: Client

beforeEach(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
  await createServer(lendAdvisor(advisor), { identify: identifyAll }).connect(serverSide)
  client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(clientSide)
  // From here on the client holds every answer to the schema that the tool states.
  await client.listTools()
})
afterEach(() => advisor.close())

interface CallResult {
  content: { text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: boolean
}
const call = async (args: Record<string, unknown>) =>
  (await client.callTool({ name: 'driftReport', arguments: args })) as unknown as CallResult

describe('driftReport over MCP', () => {
  test.each(['fr', 'en'])(
    'answers within 4,000 tokens in %s and says how many columns it leaves out',
    async (language) => {
      const { structuredContent, content } = await call({ language })
      const { columns, columnsLeftOut } = driftReportAnswerSchema.parse(structuredContent)
      expect(columns.length + columnsLeftOut).toBe(advisor.scorer.bundle.manifest.features.length)
      expect(columnsLeftOut).toBeGreaterThan(0)
      expect(
        countTokens(JSON.stringify(structuredContent)) + countTokens(content[0]?.text ?? ''),
      ).toBeLessThan(4000)
    },
  )

  test('answers for columns that the first answer left out', async () => {
    const features = advisor.scorer.bundle.manifest.features.slice(-5)
    const { structuredContent } = await call({ features, language: 'en' })
    const { columns, columnsLeftOut } = driftReportAnswerSchema.parse(structuredContent)
    expect([columns.map(({ feature }) => feature).sort(), columnsLeftOut]).toEqual([[...features].sort(), 0])
  })

  test.each([
    [{ window: 'march' }, /UNKNOWN_WINDOW.*Expected one of: test/],
    [{ features: ['sex'] }, /UNKNOWN_FEATURE/],
    [{ windows: 'test' }, /windows/],
    [{ onlyDrifted: 'yes' }, /onlyDrifted/],
  ])('refuses %j and says what is allowed', async (args, words) => {
    const result = await call(args)
    expect(result.isError).toBe(true)
    expect(result.content[0]?.text).toMatch(words)
  })
})

describe('The progress of a drift report', () => {
  let handler: McpHandler
  let httpServer: Server
  beforeAll(() => {
    httpServer = createHttpServer((request, response) => handler(request, response))
    return new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    httpServer.closeAllConnections()
    httpServer.close()
  })
  const url = () => new URL(`http://127.0.0.1:${(httpServer.address() as AddressInfo).port}/mcp`)

  const listen = async (asking: Client) => {
    const told: number[] = []
    const answer = await asking.callTool({ name: 'driftReport', arguments: {} }, undefined, {
      onprogress: ({ progress, total }) => told.push(progress / (total ?? 1)),
    })
    return { told, answer: driftReportAnswerSchema.parse(answer.structuredContent) }
  }
  const expectRising = (told: readonly number[]) => {
    expect(told).toHaveLength(20)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  }

  test('reaches a caller that asks to be told', async () => {
    const { told } = await listen(client)
    expectRising(told)
  })

  test('reaches a caller over HTTP in events, before the answer', async () => {
    handler = await createMcpHandler(lendAdvisor(advisor), {
      authenticate: () => inventCaller(),
      audit: unkeptAudit,
    })
    const overHttp = new Client({ name: 'test', version: '1.0.0' })
    await overHttp.connect(new StreamableHTTPClientTransport(url()))
    const { told, answer } = await listen(overHttp)
    expectRising(told)
    expect(answer.columns.length).toBeGreaterThan(0)
    await overHttp.close()
    await handler.close()
  })

  test('is not told to who did not ask or reads JSON alone', async () => {
    handler = await createMcpHandler(lendAdvisor(advisor), {
      authenticate: () => inventCaller(),
      audit: unkeptAudit,
    })
    const post = (accept: string, meta: object) =>
      fetch(url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'driftReport', arguments: {}, ...meta },
        }),
      })
    const asked = { _meta: { progressToken: 'mine' } }
    for (const response of [
      await post('application/json', asked),
      await post('application/json, text/event-stream', {}),
    ]) {
      expect(response.headers.get('content-type')).toBe('application/json')
      expect(await response.json()).toMatchObject({ id: 1, result: { structuredContent: {} } })
    }
    await handler.close()
  })
})
