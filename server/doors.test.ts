import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { AuditEntry } from '#db/audit/audit-entry.ts'
import { openAuditLog } from '#db/audit/open-audit-log.ts'
import { readEntries } from '#db/audit/read-entries.ts'
import { verifyChain } from '#db/audit/verify-chain.ts'
import { allTools } from '#mcp-server/all-tools.ts'
import { keepAsking } from '#testing/keep-asking.ts'
import { signIn } from '#testing/sign-in.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { createAccount } from './access/create-account.ts'
import { buildApp } from './build-app.ts'
import { createOpenApiDocument } from './rest/create-openapi-document.ts'

let dataDir: string
let server: TestServer
let administrator: string
let newcomer: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'doors-'))
  cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(dataDir, 'store.sqlite'))
  server = await startTestServer(dataDir)
  const boss = await createAccount(dataDir, { email: 'boss@bank.example', role: 'administrator' })
  const other = await createAccount(dataDir, { email: 'new@bank.example', role: 'administrator' })
  const first = await signIn(server.url, { email: boss.email, password: boss.oneTimePassword })
  newcomer = await signIn(server.url, { email: other.email, password: other.oneTimePassword })
  const changed = await sendForm('/account', first, {
    current: boss.oneTimePassword,
    next: 'my own password',
  })
  administrator = (changed.headers.getSetCookie()[0] as string).split(';')[0] as string
})
afterAll(async () => {
  await server?.stop()
  rmSync(dataDir, { recursive: true })
})

function sendForm(path: string, cookie: string, fields: Record<string, string>, origin = server.url) {
  const headers = { accept: 'text/html', cookie, origin }
  const body = new URLSearchParams(fields)
  return fetch(server.url + path, { method: 'POST', redirect: 'manual', headers, body })
}

const visit = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } })

/** Every route that the application has, with a client in the place of its parameter. */
async function listPaths(): Promise<string[]> {
  const build: ServerBuild = await import(pathToFileURL(join(await buildApp(), 'server/index.js')).href)
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : build.routes[id]
    if (!route) return ''
    return [pathOf(route.parentId), route.path].filter(Boolean).join('/')
  }
  const routes = Object.values(build.routes).filter(({ id }) => id !== 'root')
  return routes.map(({ id }) => `/${pathOf(id)}`.replace(':clientId', '100001').replace('*', 'anything'))
}

function readLog(): AuditEntry[] {
  const log = openAuditLog(dataDir)
  const entries = [...readEntries(log)]
  log.close()
  return entries
}

describe('A stranger', () => {
  const openToAll = ['/sign-in', '/preferences']

  test('is led to the door from every page that there is', async () => {
    const paths = await listPaths()
    expect(paths).toEqual(
      expect.arrayContaining(['/clients/100001', '/model', '/admin/users', '/anything', '/']),
    )
    for (const path of paths.filter((known) => !openToAll.includes(known))) {
      const page = await visit(path)
      expect([page.status, page.headers.get('location')], path).toEqual([
        302,
        expect.stringMatching(/^\/sign-in/),
      ])
      const data = await (await visit(`${path === '/' ? '/_root' : path}.data`)).text()
      expect(data, path).toMatch(/SingleFetchRedirect.*\/sign-in/)
      const asked = await visit(path, { accept: '*/*' })
      expect([asked.status, await asked.json()], path).toEqual([401, { code: 'UNAUTHENTICATED' }])
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const headers = { accept: 'text/html', origin: server.url }
        const sent = { method, redirect: 'manual', headers, body: 'x=1' } as const
        expect((await fetch(server.url + path, sent)).status, `${method} ${path}`).toBe(303)
      }
    }
  })

  test.each([
    '/sign-in?_data=routes%2Fclients._index',
    '/sign-in/../clients',
    '//clients',
    '/clients/',
    '/CLIENTS',
    '/clients%2f100001',
    '/sign-in.data?_routes=routes%2Fclients._index',
    '/sign-in?leadTo=/clients',
  ])('learns nothing by a trick: %s', async (path) => {
    const response = await visit(path)
    const text = await response.text()
    expect(text).not.toMatch(/probabilit|riskClass/i)
    expect(response.headers.get('location') ?? '').not.toMatch(/^\/\/|^http/)
  })

  test('finds the door, its looks and the service’s health open, and nothing about clients there', async () => {
    for (const path of [
      '/sign-in',
      '/favicon.svg',
      '/healthz',
      '/.well-known/oauth-protected-resource/mcp',
    ]) {
      expect((await visit(path)).status, path).toBe(200)
    }
    const door = await (await visit('/sign-in')).text()
    expect(door).not.toMatch(/lgbm-|demo-1500/)
  })

  test('gets nothing from REST, by any operation', async () => {
    const { paths } = createOpenApiDocument('1') as { paths: Record<string, object> }
    for (const [path, operations] of Object.entries({ ...paths, '/api/v1/openapi.json': { get: {} } })) {
      for (const method of Object.keys(operations)) {
        const address = server.url + path.replace('{clientId}', '100001')
        const response = await fetch(address, { method: method.toUpperCase() })
        expect([response.status, response.headers.get('www-authenticate')], path).toEqual([
          401,
          `Bearer resource_metadata="${server.url}/.well-known/oauth-protected-resource/api/v1"`,
        ])
      }
    }
  })

  test('gets nothing from MCP, by any tool or method', async () => {
    const calls = allTools.map(({ name }) => ({ method: 'tools/call', params: { name, arguments: {} } }))
    for (const call of [...calls, { method: 'initialize' }, { method: 'tools/list' }, { method: 'ping' }]) {
      const response = await askMcp(call, {})
      expect([response.status, (await response.json()).error.code]).toEqual([401, -32000])
    }
  })

  test('is sent on, once signed in, to where they wanted to go, and to no other site', async () => {
    for (const [next, location] of [
      ['/clients?sort=age', '/clients?sort=age'],
      ['//evil.example', '/'],
      ['https://evil.example', '/'],
      ['/sign-out', '/'],
    ] as const) {
      const response = await sendForm('/sign-in', '', { intent: 'demo', next })
      expect(response.headers.get('location')).toBe(location)
    }
  })

  const askMcp = (message: object, headers: Record<string, string>) =>
    fetch(`${server.url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...message }),
    })
})

describe('A person', () => {
  test.each(['/admin/users', '/admin/tokens'])('who is no administrator is refused at %s', async (path) => {
    const cookie = server.headers.cookie as string
    for (const intent of ['create', 'role', 'disable', 'enable', 'reset', 'revoke']) {
      expect((await sendForm(path, cookie, { intent })).status).toBe(403)
    }
    expect((await visit(path, { cookie })).status).toBe(403)
    expect((await visit(path, { cookie: administrator })).status).toBe(200)
  })

  test('whose password was seen gets to nothing but the page that changes it', async () => {
    for (const path of ['/clients', '/clients/100001', '/admin/users', '/model']) {
      expect((await visit(path, { cookie: newcomer })).headers.get('location'), path).toBe('/account')
    }
    expect((await visit('/account', { cookie: newcomer })).status).toBe(200)
    expect((await visit('/api/v1/clients/100001/score', { cookie: newcomer })).status).toBe(401)
  })

  test('may ask the doors of programs from a page of ours, and no page of others may for them', async () => {
    const { cookie = '' } = server.headers
    expect((await visit('/api/v1/clients/100001/score', { cookie })).status).toBe(200)
    const simulate = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/v1/clients/100001/simulation`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: '{"changes":{}}',
      })
    expect((await simulate({ origin: server.url })).status).toBe(200)
    const otherPort = `http://127.0.0.1:${Number(new URL(server.url).port) + 1}`
    for (const headers of [{}, { origin: otherPort }]) expect((await simulate(headers)).status).toBe(401)
  })

  test('signs nothing that a page of another site sends: forms come from our own', async () => {
    for (const origin of ['https://evil.example', 'http://127.0.0.1:1', 'null', '']) {
      for (const path of ['/sign-in', '/sign-out', '/account', '/preferences', '/admin/users']) {
        const response = await sendForm(path, administrator, { intent: 'demo' }, origin)
        expect(response.status, `${origin} ${path}`).toBe(403)
      }
    }
    expect((await visit('/account', { cookie: administrator })).status).toBe(200)
  })

  test('sends no form larger than forms are', async () => {
    const response = await sendForm('/sign-in', '', { email: 'x'.repeat(70_000) })
    expect(response.status).toBe(413)
  })

  test('is slowed down at the door after too many failures', async () => {
    const attempt = () => sendForm('/sign-in', '', { email: 'nobody@bank.example', password: 'x' })
    const statuses = []
    for (let i = 0; i < 11; i++) statuses.push((await attempt()).status)
    expect(statuses).toEqual([...Array(10).fill(400), 429])
    expect((await attempt()).headers.get('retry-after')).toMatch(/^\d{3}$/)
  })
})

describe('Every answer that left by a door', () => {
  const isLast = async (expected: object) => expect(readLog().at(-1)).toMatchObject(expected)
  const token = expect.stringMatching(/^token:/)
  const user = expect.stringMatching(/^user:/)

  test('is in the log, with who saw it and by which door', async () => {
    await server.fetch('/api/v1/clients/100001/explanation')
    await isLast({ actor: token, door: 'rest', kind: 'explanation', clientId: 100_001 })
    await server.fetch('/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"scoreClient","arguments":{"clientId":100002}}}',
    })
    await isLast({ actor: token, door: 'mcp-http', kind: 'score', clientId: 100_002 })
    await visit('/clients', server.headers)
    await isLast({ actor: user, door: 'page', kind: 'list', clientId: null })
    await visit('/clients/search?q=1000', server.headers)
    await isLast({ actor: user, door: 'page', kind: 'search', clientId: null })
    const before = readLog().length
    await visit('/clients/100003?creditAmount=200000', server.headers)
    const kinds = readLog()
      .slice(before)
      .map(({ kind, clientId }) => `${kind} ${clientId}`)
    expect(kinds.toSorted()).toEqual(
      ['comparison', 'explanation', 'file', 'simulation', 'suggestions'].map((kind) => `${kind} 100003`),
    )
  })

  test('is still there when the server is killed under load', async () => {
    const other = await startTestServer(dataDir)
    const answered: string[] = []
    const questions = [100_001, 100_002, 100_003].map((clientId) => ({
      path: `/api/v1/clients/${clientId}/score`,
    }))
    const asking = keepAsking(other.url, questions, {
      connections: 8,
      headers: { ...other.headers },
      check: ({ status, text }) => {
        if (status === 200) answered.push(text)
      },
    })
    while (answered.length < 400) await new Promise((resolve) => setTimeout(resolve, 5))
    await other.stop('SIGKILL')
    await asking.refused().catch(() => {})
    const kept = new Map<string, number>()
    const log = readLog()
    for (const { answer } of log) kept.set(answer, (kept.get(answer) ?? 0) + 1)
    for (const answer of answered) {
      const left = kept.get(answer) ?? 0
      expect(left, answer).toBeGreaterThan(0)
      kept.set(answer, left - 1)
    }
    const auditLog = openAuditLog(dataDir)
    expect(verifyChain(log, { recordedHead: auditLog.head.read() }).faults).toEqual([])
    auditLog.close()
  })
})

describe('Where accounts are required', () => {
  const secret = 'a secret of at least thirty-two characters'
  const required = { ACCOUNTS: 'required' }

  test('the service does not start without a secret that is long enough, and never repeats one', async () => {
    await expect(startTestServer(dataDir, { ...required, AUTH_SECRET: '' })).rejects.toThrow(
      /code 1:\nAUTH_SECRET is not set.*openssl rand -base64 32/s,
    )
    const short = startTestServer(dataDir, { ...required, AUTH_SECRET: 'too short' })
    await expect(short).rejects.toThrow(/AUTH_SECRET of 9 characters: at least 32 characters are expected/)
    await expect(short).rejects.not.toThrow(/too short/)
  })

  test('nothing is given away, and who was there before is not let in by it', async () => {
    const emptyDir = mkdtempSync(join(tmpdir(), 'doors-'))
    cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(emptyDir, 'store.sqlite'))
    const closed = await startTestServer(emptyDir, { ...required, AUTH_SECRET: secret })
    expect(closed.announcement).toMatch(/Nobody has an account yet.*npm run accounts:create/s)
    expect(closed.announcement).not.toMatch(/demo\.example|pad_/)
    expect(await (await fetch(`${closed.url}/sign-in`)).text()).not.toMatch(/demo\.example|value="demo"/)
    await expect(signIn(closed.url, { intent: 'demo' })).rejects.toThrow('404')
    const score = `${closed.url}/api/v1/clients/100001/score`
    expect((await fetch(score, { headers: { ...server.headers } })).status).toBe(401)
    await closed.stop()
    rmSync(emptyDir, { recursive: true })
  })
})
