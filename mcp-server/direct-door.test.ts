import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { isPlainCall } from './direct-door.ts'
import { createMcpHandler } from './http.ts'
import type { McpHandler } from './serve-over-http.ts'

let advisor: AdvisorContext
let handler: McpHandler
let httpServer: Server

beforeAll(async () => {
  advisor = await openAdvisor({
    dataDir: inject('demoDataDir'),
    clock: () => new Date('2026-11-24T12:00:00Z'),
  })
  const authenticate = ({ headers }: Pick<IncomingMessage, 'headers'>) =>
    inventCaller(headers.authorization === 'Bearer reads' ? ['clients:read'] : undefined)
  handler = await createMcpHandler(lendAdvisor(advisor), { authenticate, audit: unkeptAudit })
  httpServer = createServer(handler)
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await handler.close()
  httpServer.closeAllConnections()
  httpServer.close()
  await advisor.close()
})

async function post(message: object, token = 'all') {
  const { port } = httpServer.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/mcp`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-11-25',
    },
    body: JSON.stringify(message),
  })
  return { status: response.status, body: await response.json() }
}

const toCall = (params: object, id: unknown = 7) => ({ jsonrpc: '2.0', id, method: 'tools/call', params })

describe('A call of a tool with nothing to it but name and arguments', () => {
  test('is answered as the SDK would have answered it, what is wrong included', async () => {
    const clientId = listAllClientIds(advisor.store)[0]
    const calls = [
      { name: 'scoreClient', arguments: { clientId } },
      { name: 'explainClient', arguments: { clientId, language: 'en' } },
      { name: 'compareCohort', arguments: { clientId, cohort: { kind: 'all' } } },
      { name: 'suggestChanges', arguments: { clientId } },
      { name: 'searchClients', arguments: { query: '1000' } },
      { name: 'scoreClient', arguments: { clientId: 'abc' } },
      { name: 'scoreClient', arguments: { clientId: 1 } },
      { name: 'scoreClient' },
    ]
    for (const call of calls) {
      const direct = await post(toCall(call))
      // Words beside it are the SDK's to read.
      const throughSdk = await post(toCall({ ...call, _meta: {} }))
      expect(direct, JSON.stringify(call)).toEqual(throughSdk)
      expect(direct.body).toMatchObject({ id: 7, result: { content: [{ type: 'text' }] } })
    }
  })

  test('takes the scope of its tool', async () => {
    const { status } = await post(toCall({ name: 'simulateClient', arguments: {} }), 'reads')
    expect(status).toBe(403)
  })

  test.each([
    ['a number for its name', toCall({ name: 7 })],
    ['an unknown tool', toCall({ name: 'toString' })],
    ['a list of arguments', toCall({ name: 'scoreClient', arguments: [] })],
    ['null for arguments', toCall({ name: 'scoreClient', arguments: null })],
    ['a progress token', toCall({ name: 'scoreClient', _meta: { progressToken: 1 } })],
    ['no id', { jsonrpc: '2.0', method: 'tools/call', params: { name: 'scoreClient' } }],
    ['half an id', toCall({ name: 'scoreClient' }, 0.5)],
    ['null for an id', toCall({ name: 'scoreClient' }, null)],
    ['another version', { ...toCall({ name: 'scoreClient' }), jsonrpc: '1.0' }],
    ['another method', { ...toCall({ name: 'scoreClient' }), method: 'prompts/get' }],
    ['something beside it', { ...toCall({ name: 'scoreClient' }), extra: 1 }],
    ['a list', [toCall({ name: 'scoreClient' })]],
  ])('is none with %s', (_, body) => {
    expect(isPlainCall(body)).toBe(false)
    expect(isPlainCall(toCall({ name: 'scoreClient' }))).toBe(true)
  })
})
