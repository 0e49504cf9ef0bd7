import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { Audit } from '#core/advisor/open-audit.ts'
import { countAnswers } from './count-answers.ts'
import { createLogger } from './create-logger.ts'
import { createMetrics } from './create-metrics.ts'
import { createRouteNamer } from './create-route-namer.ts'
import { currentRequestId } from './request-context.ts'
import { scrubPersonalData } from './scrub-personal-data.ts'
import { serveMetrics } from './serve-metrics.ts'
import { takeOverConsole } from './take-over-console.ts'
import { type AnsweredRequest, watchRequests } from './watch-requests.ts'

const pageRoutes = Object.fromEntries(
  [
    ['root', undefined, ''],
    ['routes/_index', 'root', undefined],
    ['routes/clients._index', 'root', 'clients'],
    ['routes/clients.search', 'root', 'clients/search'],
    ['routes/clients.$clientId', 'root', 'clients/:clientId'],
    ['routes/$', 'root', '*'],
  ].map(([id, parentId, path]) => [id, { id, parentId, path }]),
) as never
const nameRoute = createRouteNamer(pageRoutes)

function collectLines(level: string) {
  const lines: Record<string, unknown>[] = []
  const logger = createLogger(level, { write: (line: string) => void lines.push(JSON.parse(line)) })
  return { logger, lines }
}

describe('A route’s name', () => {
  test.each([
    ['/', 'page', '/'],
    ['/_root.data', 'page', '/'],
    ['/clients', 'page', '/clients'],
    ['/clients/', 'page', '/clients'],
    ['/clients/100001', 'page', '/clients/:clientId'],
    ['/clients/100001.data', 'page', '/clients/:clientId'],
    ['/clients/search', 'page', '/clients/search'],
    ['/clients/100001/secrets', 'page', '/*'],
    ['/favicon.svg', 'page', '/*'],
    ['/api/v1/clients/100001/score', 'rest', '/api/v1/clients/{clientId}/score'],
    ['/api/v1/clients/100001', 'rest', '/api/v1/*'],
    ['/api/v1/openapi.json', 'rest', '/api/v1/openapi.json'],
    ['/assets/entry-Ab12.js', 'static', '/assets/*'],
    ['/mcp', 'mcp', '/mcp'],
    ['/constructor', 'page', '/*'],
  ])('of %s is in %s: %s', (path, door, route) => {
    expect(nameRoute(path)).toEqual({ door, route })
  })

  test('never holds a client’s number, whatever is asked for', () => {
    const names = new Set<string>()
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom('clients', 'api', 'v1', 'score'),
            fc.nat(999_999).map(String),
            fc.string(),
          ),
        ),
        (segments) => {
          const { route } = nameRoute(`/${segments.join('/')}`)
          names.add(route)
          expect(route).not.toMatch(/\d{2}/)
        },
      ),
    )
    expect(names.size).toBeLessThan(30)
  })
})

describe('A watched request', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  async function watch(
    listener: (request: IncomingMessage, response: ServerResponse) => void,
    { level = 'info', trustsProxy = false } = {},
  ) {
    const { logger, lines } = collectLines(level)
    const answered: AnsweredRequest[] = []
    const onAnswered = (request: AnsweredRequest) => void answered.push(request)
    server = createServer(watchRequests(listener, { nameRoute, logger, onAnswered, trustsProxy }))
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return { url, lines, answered, logger }
  }

  test('is one line: pattern, status, duration, id; never its client, query or caller', async () => {
    const { url, lines } = await watch((_request, response) => response.end('done'))
    const response = await fetch(`${url}/clients/100001?name=Zoe`, { headers: { cookie: 'session=secret' } })
    await response.text()
    await expect.poll(() => lines.length).toBe(1)
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        requestId: response.headers.get('x-request-id'),
        door: 'page',
        route: '/clients/:clientId',
        method: 'GET',
        status: 200,
        durationMs: expect.any(Number),
        msg: 'request',
      },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/100001|Zoe|secret/)
  })

  test('that fails is an error, with the id that what went wrong is told under', async () => {
    const { url, lines, logger } = await watch(
      async (_request, response) => {
        await pause(1)
        logger.error({ err: new Error('Client 100001 <zoe@bank.example> is odd') }, 'unexpected error')
        response.writeHead(500).end(currentRequestId())
      },
      { level: 'warn' },
    )
    const requestId = await (await fetch(`${url}/clients`)).text()
    await expect.poll(() => lines.length).toBe(2)
    expect(lines.map((line) => [line.level, line.requestId, line.status])).toEqual([
      ['error', requestId, undefined],
      ['error', requestId, 500],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/100001|zoe/)
  })

  test('whose caller went away is told as 499', async () => {
    const { url, answered } = await watch(() => {})
    const leaving = new AbortController()
    const asked = fetch(`${url}/mcp`, { method: 'POST', signal: leaving.signal })
    setTimeout(() => leaving.abort(), 50)
    await expect(asked).rejects.toThrow()
    await expect.poll(() => answered).toMatchObject([{ door: 'mcp', method: 'POST', status: 499 }])
  })

  test('says nothing at warn while all is well, and of probes only at debug', async () => {
    const { url, lines } = await watch((_request, response) => response.end(), { level: 'info' })
    await fetch(`${url}/healthz`)
    await fetch(`${url}/clients`)
    await expect.poll(() => lines.length).toBe(1)
    expect(lines[0]?.route).toBe('/clients')
  })

  test('takes the id of a proxy that is trusted, unless that is a number', async () => {
    const ask = async (url: string, id: string) =>
      (await fetch(url, { headers: { 'x-request-id': id } })).headers.get('x-request-id')
    const trusting = await watch((_request, response) => response.end(), { trustsProxy: true })
    expect(await ask(trusting.url, 'edge-1a2b3c4d')).toBe('edge-1a2b3c4d')
    expect(await ask(trusting.url, '100001100001')).toMatch(/^[0-9a-f-]{36}$/)
    server?.close()
    const wary = await watch((_request, response) => response.end())
    expect(await ask(wary.url, 'edge-1a2b3c4d')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('The log', () => {
  test('tells an error by kind, scrubbed words, place and cause, and nothing that hangs on it', () => {
    const { logger, lines } = collectLines('info')
    const cause = new Error('UNIQUE failed for zoe@bank.example')
    const error = Object.assign(new TypeError('Client 100001 owes 450000.5', { cause }), {
      code: 'ODD',
      body: '{"annualIncomeAmount":450000}',
    })
    logger.error({ err: error }, 'unexpected error')
    expect(lines[0]?.err).toEqual({
      type: 'TypeError',
      code: 'ODD',
      message: 'Client [number] owes [number]',
      stack: expect.stringMatching(
        /^TypeError: Client \[number\] owes \[number\]\n +at .*observe\.test\.ts:\d+/,
      ),
      cause: expect.objectContaining({ message: 'UNIQUE failed for [e-mail]' }),
    })
    expect(JSON.stringify(lines)).not.toMatch(/100001|450000|zoe|annual/)
  })

  test('takes what is said on the console, scrubbed, while it has it', () => {
    const { logger, lines } = collectLines('info')
    const unexpected: unknown[] = []
    const giveBack = takeOverConsole(logger, (error) => void unexpected.push(error))
    const error = new Error('odd')
    console.error('Oh: ', error)
    console.error('Client %d is odd', 100_001)
    giveBack()
    expect(unexpected).toEqual([error])
    expect(lines).toMatchObject([{ level: 'warn', msg: 'Client [number] is odd' }])
  })

  test('scrubs addresses, tokens, queries and long numbers from any text around them', () => {
    const around = fc.string().filter((text) => !/[\w@.?]/.test(text))
    const secret = fc.constantFrom(
      'zoe.b+1@bank.example',
      'pad_Ab1-_x',
      'Bearer abc.def',
      '/clients?q=zoe',
      '100001',
    )
    fc.assert(
      fc.property(around, secret, around, (before, told, after) => {
        expect(scrubPersonalData(`${before} ${told} ${after}`)).not.toMatch(/zoe|Ab1|abc\.def|100001/)
      }),
    )
  })
})

describe('Metrics', () => {
  const served = {
    modelVersion: 'lgbm-1',
    dataVersion: 'demo-1',
    clients: 1500,
    isScored: true,
    pending: null,
    drift: [{ window: 'test', share: 0.25, drifted: false }],
  }

  test('count requests, tools, answers and advice, and show what is served', async () => {
    const metrics = createMetrics()
    const { recorderFor } = countAnswers(
      { recorderFor: () => ({ record: async () => {} }), close() {} } satisfies Audit,
      metrics.countAnswer,
    )
    const computed = { kind: 'score', clientId: 100_001, input: {}, answer: { advice: 'refuse' } }
    await recorderFor('user:zoe', 'rest').record(computed as never)
    metrics.countToolCall('scoreClient', 'answered')
    metrics.countRequest({ door: 'mcp', route: '/mcp', method: 'POST', status: 200, seconds: 0.002 })
    const text = await metrics.show(served)
    expect(text).toContain('credit_advisor_scores_total{advice="refuse",door="rest"} 1')
    expect(text).toContain('credit_advisor_answers_total{kind="score",door="rest"} 1')
    expect(text).toContain('credit_advisor_tool_calls_total{tool="scoreClient",outcome="answered"} 1')
    expect(text).toMatch(/http_request_duration_seconds_bucket\{le="0\.005",.*status="200"\} 1/)
    expect(text).toContain('credit_advisor_model_info{model_version="lgbm-1",data_version="demo-1"} 1')
    expect(text).toContain('credit_advisor_portfolio_scored 1')
    expect(text).toContain('credit_advisor_drift_share{window="test"} 0.25')
    expect(text).toContain('process_resident_memory_bytes')
    expect(text).not.toMatch(/100001|zoe/)
    const later = await metrics.show({ ...served, modelVersion: 'lgbm-2', drift: [] })
    expect(later).not.toMatch(/lgbm-1|window="test"/)
    expect(await metrics.show(null)).toContain('credit_advisor_up 0')
  })

  test('count no answer that could not be kept', async () => {
    const counted: unknown[] = []
    const broken = { recorderFor: () => ({ record: () => Promise.reject(new Error('full')) }), close() {} }
    const audit = countAnswers(broken, (answer) => void counted.push(answer))
    const recorded = audit.recorderFor('user:u', 'page').record({ kind: 'score', answer: {} } as never)
    await expect(recorded).rejects.toThrow('full')
    expect(counted).toEqual([])
  })

  test('are for who holds the token alone, and off without one', async () => {
    const ask = async (token: string | null, headers: Record<string, string>, method = 'GET') => {
      const advisors = { use: () => Promise.reject(new Error('down')) }
      const answer = serveMetrics({ metrics: createMetrics(), advisors, token, onUnexpected: console.error })
      const server = createServer(answer)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const { status } = await fetch(url, { method, headers })
      server.close()
      return status
    }
    const token = 'sixteen-and-more'
    expect(await ask(null, { authorization: 'Bearer ' })).toBe(404)
    expect(await ask(token, {})).toBe(401)
    expect(await ask(token, { authorization: `Bearer ${token}x` })).toBe(401)
    expect(await ask(token, { authorization: `Bearer ${token}` }, 'POST')).toBe(405)
    expect(await ask(token, { authorization: `Bearer ${token}` })).toBe(200)
  })
})
