import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { driftReportAnswerSchema } from '#core/contracts/drift-report.ts'
import { scoreClientAnswerSchema } from '#core/contracts/score-client.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import {
  type Assistant,
  type CallOptions,
  connectAssistant,
  type ProtocolVersion,
  protocolVersions,
  type ServerPlace,
} from '#testing/connect-assistant.ts'
import { inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { allTools } from './all-tools.ts'
import { createMcpHandler } from './http.ts'
import type { McpHandler } from './serve-over-http.ts'

const dataDir = inject('demoDataDir')
const overStdio: ServerPlace = {
  command: process.execPath,
  args: [join(import.meta.dirname, 'main.ts')],
  env: { DATA_DIR: dataDir, PATH: process.env.PATH ?? '' },
}
let advisor: AdvisorContext
let columnsRead: number
let handler: McpHandler
let httpServer: Server
let url: URL

beforeAll(() => {
  httpServer = createHttpServer((request, response) => handler(request, response))
  return new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  httpServer.closeAllConnections()
  httpServer.close()
})
beforeEach(async () => {
  advisor = await openAdvisor({ dataDir })
  columnsRead = 0
  // Each column of a drift report asks for the dataset.
  const servedDataset = () => {
    columnsRead++
    return advisor.servedDataset()
  }
  handler = await createMcpHandler(lendAdvisor({ ...advisor, servedDataset }), {
    audit: unkeptAudit,
    authenticate: ({ headers: { authorization } }) => {
      if (authorization === 'Bearer all') return inventCaller()
      return authorization === 'Bearer reads' ? inventCaller(['clients:read']) : null
    },
  })
  url = new URL(`http://127.0.0.1:${(httpServer.address() as AddressInfo).port}/mcp`)
})
afterEach(async () => {
  await handler.close()
  await advisor.close()
})

async function useAssistant(
  version: ProtocolVersion,
  token: string,
  use: (assistant: Assistant) => Promise<void>,
): Promise<void> {
  const assistant = await connectAssistant(version, { url, token })
  try {
    await use(assistant)
  } finally {
    await assistant.close()
  }
}

const toShare = ({ progress, total }: { progress: number; total?: number | undefined }) =>
  progress / (total ?? 1)

/** The SDK's clients hear nothing more once the answer is there, so that the last parts may be lost on them. */
function expectFromTheBeginning(told: readonly number[]): void {
  expect(told[0]).toBeLessThan(0.06)
  expect(told.length).toBeGreaterThan(5)
  expect(told).toEqual([...told].sort((a, b) => a - b))
}

describe.each(protocolVersions)('An assistant of %s', (version) => {
  let stdio: Assistant
  beforeAll(async () => {
    stdio = await connectAssistant(version, overStdio)
  })
  afterAll(() => stdio.close())

  /** The same over either door. */
  const overEach = (title: string, use: (assistant: Assistant) => Promise<void>) => {
    test(`${title} over HTTP`, () => useAssistant(version, 'all', use))
    test(`${title} over stdio`, () => use(stdio))
  }

  overEach('has tools, resources, prompts and completion', async ({ client, callTool, ...assistant }) => {
    const clientId = listAllClientIds(advisor.store)[3] as number
    expect(assistant).toMatchObject({ protocolVersion: version, server: { name: 'credit-advisor' } })
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(allTools.map(({ name }) => name))
    const { structuredContent, content } = await callTool('scoreClient', { clientId })
    expect(scoreClientAnswerSchema.parse(structuredContent).clientId).toBe(clientId)
    expect(content[0]?.text).toMatch(/classe [A-E]/)
    expect((await client.listResources()).resources.length).toBeGreaterThan(2)
    const [read] = (await client.readResource({ uri: `client://${clientId}/profile` })).contents
    expect(JSON.parse((read as { text: string }).text).clientId).toBe(clientId)
    const ref = { type: 'ref/resource' as const, uri: 'client://{id}/profile' }
    const { completion } = await client.complete({ ref, argument: { name: 'id', value: String(clientId) } })
    expect(completion.values).toContain(String(clientId))
    expect((await client.listPrompts()).prompts.map(({ name }) => name)).toContain('explainRefusal')
    const prompt = await client.getPrompt({
      name: 'explainRefusal',
      arguments: { clientId: String(clientId) },
    })
    expect(JSON.stringify(prompt.messages)).toContain(`au client ${clientId}`)
  })

  test('cancels over stdio and hears no answer; the work has ended, so that who asks next begins anew', async () => {
    const cancelled = new AbortController()
    const call = stdio.callTool(
      'driftReport',
      {},
      { signal: cancelled.signal, onprogress: () => cancelled.abort() },
    )
    await expect(call).rejects.toThrow()
    const told: number[] = []
    await stdio.callTool('driftReport', {}, { onprogress: (heard) => told.push(toShare(heard)) })
    expectFromTheBeginning(told)
  })

  test('hears how far a long call is over HTTP', () =>
    useAssistant(version, 'all', async ({ callTool }) => {
      const told: number[] = []
      const onprogress: CallOptions['onprogress'] = (heard) => told.push(toShare(heard))
      const { structuredContent } = await callTool('driftReport', {}, { onprogress })
      expect(driftReportAnswerSchema.parse(structuredContent).columns.length).toBeGreaterThan(0)
      expectFromTheBeginning(told)
    }))

  test('is refused in the same words', () =>
    useAssistant(version, 'all', async ({ client, callTool }) => {
      const unknown = await callTool('scoreClient', { clientId: 1 })
      expect([unknown.isError, unknown.content[0]?.text]).toEqual([
        true,
        expect.stringContaining('UNKNOWN_CLIENT'),
      ])
      const wrong = await callTool('scoreClient', { clientId: 'one' })
      expect([wrong.isError, wrong.content[0]?.text]).toEqual([
        true,
        'INVALID_INPUT: clientId is "one" where a number is expected; correct it and try again.',
      ])
      await expect(callTool('grantCredit', {})).rejects.toThrow(/UNKNOWN_TOOL.*scoreClient/)
      await expect(client.readResource({ uri: 'model://none' })).rejects.toMatchObject({ code: -32602 })
    }))

  test('with a token of fewer scopes is told which one it lacks, a stranger nothing', async () => {
    await useAssistant(version, 'reads', async ({ callTool }) => {
      await expect(callTool('driftReport', {})).rejects.toThrow(/403|scope/i)
      expect((await callTool('searchClients', { query: '' })).isError).toBeFalsy()
    })
    await expect(connectAssistant(version, { url, token: 'none' })).rejects.toThrow(/401|token/i)
  })
})

/** Waits until a count has stayed the same for a while. */
async function settles(count: () => number): Promise<void> {
  let before = -1
  const isSettled = () => {
    const now = count()
    const settled = now === before
    before = now
    return settled
  }
  await expect.poll(isSettled, { interval: 100, timeout: 20_000 }).toBe(true)
}

describe('A caller who goes away', () => {
  const claim = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const eras: Record<ProtocolVersion, { headers: Record<string, string>; meta: object }> = {
    '2025-11-25': { headers: { 'mcp-protocol-version': '2025-11-25' }, meta: {} },
    '2026-07-28': {
      headers: {
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'tools/call',
        'mcp-name': 'driftReport',
      },
      meta: claim,
    },
  }

  test.each(protocolVersions)('in %s has the work stopped by closing the connection', async (version) => {
    const { headers, meta } = eras[version]
    const gone = new AbortController()
    const response = await fetch(url, {
      method: 'POST',
      signal: gone.signal,
      headers: {
        ...headers,
        authorization: 'Bearer all',
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'driftReport', arguments: {}, _meta: { ...meta, progressToken: 1 } },
      }),
    })
    // The first progress has come.
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    gone.abort()
    await settles(() => columnsRead)
    expect(columnsRead).toBeGreaterThan(0)
    expect(columnsRead).toBeLessThan(advisor.scorer.bundle.manifest.features.length)
  })
})
