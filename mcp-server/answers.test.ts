import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { scoreClientAnswerSchema } from '#core/contracts/score-client.ts'
import { searchClientsAnswerSchema } from '#core/contracts/search-clients.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { identifyAll, inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { createServer } from './create-server.ts'
import { createMcpHandler } from './http.ts'
import type { McpHandler } from './serve-over-http.ts'

const dataDir = inject('demoDataDir')
let advisor: AdvisorContext
let handler: McpHandler
let httpServer: Server
let url: URL

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir, clock: () => new Date('2026-11-24T12:00:00Z') })
  handler = await createMcpHandler(lendAdvisor(advisor), { authenticate, audit: unkeptAudit })
  httpServer = createHttpServer(handler)
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  url = new URL(`http://127.0.0.1:${(httpServer.address() as AddressInfo).port}/mcp`)
})

afterAll(async () => {
  await handler.close()
  httpServer.closeAllConnections()
  httpServer.close()
  await advisor.close()
})

/** Two tokens: one that may do everything, one that may read alone. */
const authenticate = ({ headers: { authorization } }: Pick<IncomingMessage, 'headers'>) => {
  if (authorization === 'Bearer all') return inventCaller()
  return authorization === 'Bearer reads' ? inventCaller(['clients:read']) : null
}

async function connect(transport: Parameters<Client['connect']>[0]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(transport)
  return client
}

async function connectInMemory(): Promise<Client> {
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
  await createServer(lendAdvisor(advisor), { identify: identifyAll }).connect(serverSide)
  return connect(clientSide)
}

type CallResult = {
  content: { text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: boolean
}
const call = async (client: Client, name: string, args: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: args })) as CallResult

const firstClientId = async (client: Client) => {
  const { structuredContent } = await call(client, 'searchClients', { query: '', limit: 1 })
  return searchClientsAnswerSchema.parse(structuredContent).clients[0]?.clientId as number
}

describe('scoreClient', () => {
  test('answers the same over memory, HTTP and stdio', async () => {
    const clients = [
      await connectInMemory(),
      await connect(
        new StreamableHTTPClientTransport(url, { requestInit: { headers: { authorization: 'Bearer all' } } }),
      ),
      await connect(
        new StdioClientTransport({
          command: process.execPath,
          args: [join(import.meta.dirname, 'main.ts')],
          env: { DATA_DIR: dataDir, PATH: process.env.PATH ?? '' },
        }),
      ),
    ]
    const clientId = await firstClientId(clients[0] as Client)
    const answers = []
    for (const client of clients) {
      const { structuredContent } = await call(client, 'scoreClient', { clientId })
      const { provenance, ...figures } = scoreClientAnswerSchema.parse(structuredContent)
      answers.push({ ...figures, modelSha256: provenance.modelSha256 })
      await client.close()
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test('says in the language asked for the numbers that its structure holds', async () => {
    const client = await connectInMemory()
    const clientId = await firstClientId(client)
    const french = await call(client, 'scoreClient', { clientId })
    const english = await call(client, 'scoreClient', { clientId, language: 'en' })
    const { probabilityOfRepayment, riskClass } = scoreClientAnswerSchema.parse(french.structuredContent)
    expect(french.structuredContent).toEqual(english.structuredContent)
    expect(french.content[0]?.text).toContain((probabilityOfRepayment * 100).toFixed(1).replace('.', ','))
    expect(english.content[0]?.text).toContain(`${(probabilityOfRepayment * 100).toFixed(1)}%`)
    expect(french.content[0]?.text).toContain(`classe ${riskClass}`)
    expect(english.content[0]?.text).toContain(`class ${riskClass}`)
  })

  test('names the nearest clients when the one asked for is unknown', async () => {
    const client = await connectInMemory()
    const result = await call(client, 'scoreClient', { clientId: 1 })
    expect(result.isError).toBe(true)
    expect(result.content[0]?.text).toContain('UNKNOWN_CLIENT')
    expect(result.content[0]?.text).toContain(String(await firstClientId(client)))
  })

  test.each([
    { clientId: 100_001, foo: 1 },
    { clientId: -5 },
    { clientId: 1.5 },
    { clientId: '1 OR 1=1' },
    {},
    { clientId: 100_001, language: 'de' },
  ])('refuses %j and says why', async (args) => {
    const result = await call(await connectInMemory(), 'scoreClient', args)
    expect(result.isError).toBe(true)
    expect(result.content[0]?.text).toMatch(/clientId|language|foo/)
  })
})

describe('searchClients', () => {
  test('pages through every client once', async () => {
    const client = await connectInMemory()
    const seen: number[] = []
    let cursor: string | undefined
    let matchCount = 0
    do {
      const { structuredContent } = await call(client, 'searchClients', { query: '1', limit: 50, cursor })
      const answer = searchClientsAnswerSchema.parse(structuredContent)
      seen.push(...answer.clients.map(({ clientId }) => clientId))
      matchCount = answer.matchCount
      cursor = answer.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(listAllClientIds(advisor.store))
    expect(matchCount).toBe(seen.length)
  })

  test('finds nothing for words, and says so rather than failing', async () => {
    const result = await call(await connectInMemory(), 'searchClients', {
      query: "'; drop table clients; --",
    })
    expect(searchClientsAnswerSchema.parse(result.structuredContent)).toMatchObject({
      clients: [],
      matchCount: 0,
    })
  })

  test('refuses a cursor that it did not give out', async () => {
    const result = await call(await connectInMemory(), 'searchClients', { query: '1', cursor: 'nonsense' })
    expect(result.isError).toBe(true)
    expect(result.content[0]?.text).toContain('INVALID_CURSOR')
  })
})

describe('/mcp over HTTP', () => {
  const headers = {
    authorization: 'Bearer all',
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  }
  const post = (body: string, extra: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', headers: { ...headers, ...extra }, body })

  test('gives each of many callers with the same request id their own answer', async () => {
    const { clients } = searchClientsAnswerSchema.parse(
      (await call(await connectInMemory(), 'searchClients', { query: '', limit: 40 })).structuredContent,
    )
    const answered = await Promise.all(
      clients.map(async ({ clientId }) => {
        const params = { name: 'scoreClient', arguments: { clientId } }
        const response = await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }))
        const body = (await response.json()) as { id: number; result: CallResult }
        return { id: body.id, clientId: body.result.structuredContent?.clientId }
      }),
    )
    expect(answered).toEqual(clients.map(({ clientId }) => ({ id: 1, clientId })))
  })

  test('accepts a notification with 202 and nothing more', async () => {
    const response = await post(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))
    expect([response.status, await response.text()]).toEqual([202, ''])
  })

  test.each([
    ['{', 400, -32700],
    ['[]', 400, -32600],
    ['"text"', 400, -32600],
    ['{"jsonrpc":"1.0","id":1,"method":"ping"}', 400, -32600],
    ['{"jsonrpc":"2.0","id":{},"method":"ping"}', 400, -32600],
    ['{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}', 400, -32600],
    ['{"jsonrpc":"2.0","id":1,"method":"ping","params":{"_meta":1}}', 400, -32600],
    ['{"jsonrpc":"2.0","id":1,"method":"no/such"}', 200, -32601],
  ])('answers %s with a JSON-RPC error', async (body, status, code) => {
    const response = await post(body)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code } })
  })

  test('turns away a body past the limit', async () => {
    const response = await post(`"${'x'.repeat(1_100_000)}"`)
    expect(response.status).toBe(413)
  })

  const callTool = (name: string, token: string) =>
    post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: {} } }), {
      authorization: `Bearer ${token}`,
    })

  test('tells a stranger nothing but where to learn what is needed', async () => {
    for (const authorization of ['', 'Bearer none', 'Basic all']) {
      const response = await post('{"jsonrpc":"2.0","id":1,"method":"tools/list"}', { authorization })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe(
        `Bearer resource_metadata="${url.origin}/.well-known/oauth-protected-resource/mcp"`,
      )
      expect(await response.json()).toMatchObject({ id: null, error: { code: -32000 } })
    }
  })

  test('lets a token do what its scopes name, and nothing else', async () => {
    const refused = await callTool('simulateClient', 'reads')
    expect(refused.status).toBe(403)
    expect(refused.headers.get('www-authenticate')).toMatch(
      /^Bearer error="insufficient_scope", scope="clients:simulate", resource_metadata=/,
    )
    expect((await callTool('searchClients', 'reads')).status).toBe(200)
    expect((await callTool('simulateClient', 'all')).status).toBe(200)
  })

  test('lets a token read what its scopes name, and nothing else', async () => {
    const read = (uri: string) =>
      post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'resources/read', params: { uri } }), {
        authorization: 'Bearer reads',
      })
    const refused = await read('model://evaluation')
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      expect.stringContaining('scope="model:read"'),
    ])
    expect((await read('client://1/profile')).status).toBe(200)
  })

  test('turns away other origins and other methods', async () => {
    expect((await post('{}', { origin: 'https://evil.example' })).status).toBe(403)
    const get = await fetch(url, { headers })
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST'])
  })
})
