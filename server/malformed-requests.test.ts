import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { oddAddress, oddBody, oddContentType, oddForm, oddMessage, oddText } from '#testing/malformed.ts'
import { type RawAnswer, sendRaw } from '#testing/send-raw.ts'
import { signIn } from '#testing/sign-in.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { createAccount } from './access/create-account.ts'

const metricsToken = 'sixteen-characters-token'
let dataDir: string
let server: TestServer
let administrator: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'malformed-'))
  cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(dataDir, 'store.sqlite'))
  server = await startTestServer(dataDir, { METRICS_TOKEN: metricsToken })
  administrator = await signInAsAdministrator()
})
afterAll(async () => {
  await server?.stop()
  rmSync(dataDir, { recursive: true })
})

async function signInAsAdministrator(): Promise<string> {
  const { email, oneTimePassword } = await createAccount(dataDir, {
    email: 'boss@bank.example',
    role: 'administrator',
  })
  const cookie = await signIn(server.url, { email, password: oneTimePassword })
  const changed = await fetch(`${server.url}/account`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: server.url },
    body: new URLSearchParams({ current: oneTimePassword, next: 'a password of my own' }),
  })
  return (changed.headers.getSetCookie()[0] as string).split(';')[0] as string
}

interface Sent {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: Buffer
}

/** Sends a request whose header fields are as given: no client of HTTP puts them right. */
function send({ method = 'POST', path, headers = {}, body = Buffer.alloc(0) }: Sent): Promise<RawAnswer> {
  const fields = {
    host: new URL(server.url).host,
    origin: server.url,
    connection: 'close',
    'content-length': String(body.length),
    ...headers,
  }
  const lines = Object.entries(fields).map(([name, text]) => `${name}: ${text}\r\n`)
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
  const isAll = Number(fields['content-length']) !== body.length
  return sendRaw(server.url, Buffer.concat([head, body]), { isAll })
}

const asProgram = () => ({
  'content-type': 'application/json',
  authorization: server.headers.authorization as string,
})
const check = <Input>(
  arbitrary: fc.Arbitrary<Input>,
  runs: number,
  predicate: (input: Input) => Promise<void>,
) => fc.assert(fc.asyncProperty(arbitrary, predicate), { numRuns: runs })

const refusal = expect.toSatisfy((status: unknown) => Number(status) >= 400 && Number(status) < 500)

describe('At /mcp', () => {
  test('any body that is no message is refused in JSON-RPC', () =>
    check(oddBody, 800, async (body) => {
      const answer = await send({ path: '/mcp', headers: asProgram(), body })
      expect([answer.status, JSON.parse(answer.body)]).toEqual([
        refusal,
        {
          jsonrpc: '2.0',
          id: null,
          error: { code: expect.any(Number), message: expect.stringMatching(/\w/) },
        },
      ])
    }))

  test('any message gets its answer, however odd its method and its parameters are', () =>
    check(oddMessage, 1500, async (body) => {
      const answer = await send({ path: '/mcp', headers: asProgram(), body })
      if (answer.status === 202) return
      const { error, result } = JSON.parse(answer.body)
      if (answer.status !== 200) expect(answer.status).toEqual(refusal)
      expect(error?.message ?? result).toBeTruthy()
    }))
})

describe('At /mcp, in either era of the protocol', () => {
  const claim = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const eras = {
    '2025-11-25': { headers: { 'mcp-protocol-version': '2025-11-25' }, meta: {} },
    '2026-07-28': {
      headers: { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'resources/read' },
      meta: { _meta: claim },
    },
  }

  test.each(Object.entries(eras))(
    'of %s, what is no address is not read',
    async (_version, { headers, meta }) => {
      for (const uri of [{ toString: 1, valueOf: 1 }, ['model://card'], 1, null]) {
        const message = { jsonrpc: '2.0', method: 'resources/read', params: { uri, ...meta } }
        const sendMessage = (body: object) =>
          send({
            path: '/mcp',
            headers: { ...asProgram(), ...headers },
            body: Buffer.from(JSON.stringify(body)),
          })
        const { body } = await sendMessage({ ...message, id: 1 })
        expect(JSON.parse(body).error.code, JSON.stringify(uri)).toBeLessThan(0)
        expect((await sendMessage(message)).status).toBeLessThan(500)
      }
    },
  )
})

test.each(['/mcp', '/api/v1/clients/100001/simulation', '/sign-in'])(
  'A host whose port no address can have is refused at %s',
  async (path) => {
    for (const authorization of [asProgram().authorization, 'Bearer none']) {
      const headers = { ...asProgram(), authorization, host: 'localhost:99999' }
      expect((await send({ path, headers, body: Buffer.from('{}') })).status).toBe(403)
    }
  },
)

describe('Over REST', () => {
  test('any body that no simulation takes is refused with a problem that says why', () =>
    check(oddBody, 800, async (body) => {
      const path = '/api/v1/clients/100001/simulation'
      const answer = await send({ path, headers: asProgram(), body })
      expect([answer.status, JSON.parse(answer.body)]).toEqual([
        refusal,
        expect.objectContaining({ code: 'INVALID_INPUT', detail: expect.stringMatching(/expected|here/) }),
      ])
    }))

  test('any address is answered or refused with a problem', () =>
    check(oddAddress, 800, async (address) => {
      const answer = await send({ method: 'GET', path: `/api/v1${address}`, headers: asProgram() })
      if (answer.status !== 200) expect(answer.status).toEqual(refusal)
    }))
})

describe('A form that is none of ours', () => {
  test.each([
    '/sign-in',
    '/preferences',
    '/account',
    '/admin/users',
    '/admin/users.data',
    '/admin/tokens',
    '/clients',
    '/clients/100001/simulation',
    '/model.data',
    '/nowhere',
  ])('is refused at %s', async (path) => {
    await check(fc.tuple(oddForm, oddContentType), 80, async ([body, contentType]) => {
      // At the door nobody has signed in yet; everywhere else the form has all rights that there are.
      const cookie = path === '/sign-in' ? 'a=b' : administrator
      const headers = { 'content-type': contentType, cookie, accept: 'text/html' }
      const answer = await send({ path, headers, body })
      expect([answer.status, answer.body]).toEqual([refusal, expect.stringMatching(/\w/)])
    })
  })
})

describe('The conversation', () => {
  const path = '/clients/100001/conversation'
  const headersOf = (contentType: string) => ({
    'content-type': contentType,
    cookie: administrator,
    accept: 'text/html',
  })

  test('leads back to its client, or refuses, where a form asks nothing', () =>
    check(fc.tuple(oddForm, oddContentType), 80, async ([body, contentType]) => {
      const { status, head } = await send({ path, headers: headersOf(contentType), body })
      if (status === 303) expect(head).toMatch(/^location: \/clients\/100001#conversation\r?$/im)
      else expect(status).toEqual(refusal)
    }))

  test('brings any question to its end', () =>
    check(
      fc.oneof(
        oddText,
        oddText.map((text) => `score ${text} ?`),
      ),
      80,
      async (question) => {
        const body = new URLSearchParams({ question: question.toWellFormed(), page: '?%', stream: '1' })
        const answer = await server.fetch(path, { method: 'POST', body, redirect: 'manual' })
        const text = await answer.text()
        if (answer.status === 303) return
        expect(answer.status).toBe(200)
        const events = text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
        expect(events.at(-1)).toMatchObject({ type: 'ended', reason: 'done' })
      },
    ))
})

describe('Under HTTP itself', () => {
  const lengths = ['-1', 'abc', '1e9', '5', '99999999999999999999', '+5', '0x10', '5, 5', '']

  test.each(['/mcp', '/api/v1/clients/100001/simulation', '/sign-in', '/preferences'])(
    'a length that is not the body’s is refused at %s',
    async (path) => {
      for (const length of lengths) {
        const headers = path.startsWith('/mcp') || path.startsWith('/api') ? asProgram() : {}
        const body = Buffer.from('{}')
        const answer = await send({ path, headers: { ...headers, 'content-length': length }, body })
        expect(answer.status, `Content-Length: ${length}`).toEqual(refusal)
      }
    },
  )

  test('bytes that are no request are refused, or the connection ends', () =>
    check(fc.uint8Array({ maxLength: 300 }), 500, async (bytes) => {
      const { status } = await sendRaw(server.url, bytes, { isAll: true })
      if (status !== null) expect(status).toEqual(refusal)
    }))

  test.each(['//', '///', '//@', '//x:99999/', '/\\\\'])(
    'the address %s, which none can be read from, is refused',
    async (target) => {
      const bytes = `GET ${target} HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`
      const { status } = await sendRaw(server.url, bytes)
      expect(status).toEqual(refusal)
    },
  )

  test('header fields past every measure are refused', async () => {
    const headers = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`x-${i}`, '1']))
    expect((await send({ method: 'GET', path: '/clients', headers })).status).toBe(431)
  })
})

test('After all that the service answers as before, and none of it was a fault of ours', async () => {
  expect((await server.fetch('/api/v1/clients/100001/score')).status).toBe(200)
  expect((await server.fetch('/clients/100001')).status).toBe(200)
  const authorization = `Bearer ${metricsToken}`
  const metrics = await (await fetch(`${server.url}/metrics`, { headers: { authorization } })).text()
  expect(metrics).toContain('credit_advisor_unexpected_errors_total 0')
  expect(metrics).not.toMatch(/status="5\d\d"/)
  expect(server.printed().replace(server.announcement, '')).toBe('')
})
