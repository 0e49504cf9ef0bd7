import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openAuditLog } from '#db/audit/open-audit-log.ts'
import { readEntries } from '#db/audit/read-entries.ts'
import { serveLanguageModel } from '#testing/serve-language-model.ts'
import { signIn } from '#testing/sign-in.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { createAccount } from '../access/create-account.ts'

type Event = { type: string; [name: string]: unknown }

const path = '/clients/100002/conversation'
let dataDir: string
let server: TestServer

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'conversation-'))
  cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(dataDir, 'store.sqlite'))
  server = await startTestServer(dataDir)
})
afterAll(async () => {
  await server?.stop()
  rmSync(dataDir, { recursive: true })
})

function post(fields: Record<string, string>, init: RequestInit = {}) {
  return server.fetch(path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    ...init,
  })
}

async function ask(question: string, page = ''): Promise<Event[]> {
  const response = await post({ question, page, stream: '1' })
  expect(response.headers.get('Content-Type')).toBe('application/x-ndjson')
  const lines = (await response.text()).trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line))
}

async function readHistory(headers: Record<string, string> = {}) {
  return (await (await server.fetch(path, { headers })).json()) as {
    turns: { turnId: string; question: string; events: Event[] }[]
    model: object
  }
}

const textOf = (events: Event[]) =>
  events
    .map((event) => (typeof event.text === 'string' && event.type !== 'toolResult' ? event.text : ''))
    .join('')

describe('The conversation on a client’s page', () => {
  test('answers with the page’s numbers, each with its receipt, and keeps the turn', async () => {
    const events = await ask('Quelle est sa probabilité de remboursement ?')
    const score = await (await server.fetch('/api/v1/clients/100002/score')).json()
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['started', 'toolCall', 'toolResult', 'text', 'figure', 'suggestions']),
    )
    const figures = events.filter(({ type }) => type === 'figure') as unknown as {
      receipt: { path: string; value: number } | null
    }[]
    expect(figures.every(({ receipt }) => receipt !== null)).toBe(true)
    expect(figures).toContainEqual(
      expect.objectContaining({
        receipt: expect.objectContaining({
          path: '/probabilityOfRepayment',
          value: score.probabilityOfRepayment,
        }),
      }),
    )
    expect(events.at(-1)).toEqual({ type: 'ended', reason: 'done' })
    const { turns, model } = await readHistory()
    expect(model).toEqual({ name: 'rules', sentTo: null })
    expect(turns).toMatchObject([{ question: 'Quelle est sa probabilité de remboursement ?', events }])
  })

  test('understands what follows up on it, and what the page shows', async () => {
    await ask('Compare-le aux retraités')
    const follow = await ask('Et aux moins de 30 ans ?')
    expect(follow).toContainEqual(
      expect.objectContaining({
        type: 'toolCall',
        tool: 'compareCohort',
        input: expect.objectContaining({ cohort: { kind: 'filter', filters: { ageYears: { max: 30 } } } }),
      }),
    )
    const english = await server.fetch(path, {
      method: 'POST',
      headers: { cookie: `${server.headers.cookie}; language=en` },
      body: new URLSearchParams({ question: 'Why this score?', page: '', stream: '1' }),
    })
    expect(await english.text()).toContain('explainClient')
  })

  test('is entered in the audit log under the name of who asks, through its own door', async () => {
    const log = openAuditLog(dataDir)
    const entries = [...readEntries(log)].filter(({ door }) => door === 'conversation')
    log.close()
    expect(entries.map(({ kind, clientId }) => [kind, clientId])).toContainEqual(['score', 100_002])
    expect(entries.every(({ actor }) => actor.startsWith('user:'))).toBe(true)
  })

  test('works without scripts: the whole turn, then the page that shows it', async () => {
    const response = await post({ question: 'Pourquoi ?', page: '?cohort=similar' })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/clients/100002?cohort=similar#conversation')
    const { turns } = await readHistory()
    expect(turns.at(-1)).toMatchObject({ question: 'Pourquoi ?' })
    const page = await (await server.fetch('/clients/100002', { headers: { accept: 'text/html' } })).text()
    expect(page).toContain('Pourquoi ?')
  })

  test('is found by its words, and deleted for good: a turn, then all of them', async () => {
    const found = async (query: string) => (await (await server.fetch(`${path}?query=${query}`)).json()).found
    expect(await found('retraites')).toMatchObject([
      { clientId: 100_002, question: 'Compare-le aux retraités' },
    ])
    const [{ turnId }] = await found('retraites')
    const accepts = { headers: { accept: 'application/json' } }
    expect((await post({ intent: 'deleteTurn', turnId }, accepts)).status).toBe(204)
    expect(await found('retraites')).toEqual([])
    expect((await readHistory()).turns.length).toBeGreaterThan(0)
    await post({ intent: 'deleteAll' })
    expect((await readHistory()).turns).toEqual([])
  })

  test('is its person’s alone', async () => {
    const { email, oneTimePassword } = await createAccount(dataDir, {
      email: 'other@bank.example',
      role: 'advisor',
    })
    await ask('Une question à moi')
    const first = await signIn(server.url, { email, password: oneTimePassword })
    const changed = await fetch(`${server.url}/account`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: first, origin: server.url, accept: 'text/html' },
      body: new URLSearchParams({ current: oneTimePassword, next: 'my own password' }),
    })
    const cookie = (changed.headers.getSetCookie()[0] as string).split(';')[0] as string
    expect((await readHistory({ cookie })).turns).toEqual([])
    expect((await readHistory()).turns.length).toBe(1)
    const stranger = await fetch(server.url + path, { redirect: 'manual', headers: { accept: 'text/html' } })
    expect(stranger.status).toBe(302)
  })
})

describe('A question', () => {
  test('that nobody waits for any more ends, and what it had come to is kept', async () => {
    await post({ intent: 'deleteAll' })
    const stop = new AbortController()
    const asked = post({ question: 'Quel est son score ?', stream: '1' }, { signal: stop.signal })
    const response = await asked
    stop.abort()
    await response.text().catch(() => {})
    await pause(300)
    const { turns } = await readHistory()
    expect(turns.length).toBe(1)
    expect(turns[0]?.events.at(-1)).toMatchObject({ type: 'ended' })
  })

  test('that is empty, too long, hostile or about a client whom there is none of, is answered as what it is', async () => {
    expect((await post({ question: '   ' })).status).toBe(303)
    expect((await post({ question: 'x'.repeat(1_001), stream: '1' })).status).toBe(413)
    for (const question of [
      '<script>alert(1)</script>',
      '\u0000',
      '👩‍👩‍👧'.repeat(50),
      "'; drop table turns; --",
      '../../etc/passwd',
    ]) {
      const events = await ask(question)
      expect(events.at(-1)).toEqual({ type: 'ended', reason: 'done' })
      expect(textOf(events).length).toBeGreaterThan(10)
    }
    const nobody = await server.fetch('/clients/999999999/conversation', {
      method: 'POST',
      body: new URLSearchParams({ question: 'Quel est son score ?', stream: '1' }),
    })
    expect(await nobody.text()).toContain('"refused"')
    expect((await server.fetch('/clients/none/conversation')).status).toBe(404)
  })
})

describe('With a provider’s model', () => {
  test('the pane names where questions go; a person has three turns at once at most, and ended ones make room', async () => {
    const provider = await serveLanguageModel([{ hang: true }])
    const configured = await startTestServer(dataDir, {
      CHAT_PROVIDER: 'compatible',
      CHAT_MODEL: 'test',
      CHAT_BASE_URL: provider.baseUrl,
    })
    try {
      const view = await (await configured.fetch(path)).json()
      expect(view.model).toEqual({ name: 'compatible:test', sentTo: new URL(provider.baseUrl).host })
      const stop = new AbortController()
      const begin = (signal?: AbortSignal) =>
        configured.fetch(path, {
          method: 'POST',
          body: new URLSearchParams({ question: 'Bonjour', stream: '1' }),
          ...(signal && { signal }),
        })
      const turns = await Promise.all([begin(stop.signal), begin(stop.signal), begin(stop.signal)])
      expect(turns.map(({ status }) => status)).toEqual([200, 200, 200])
      expect((await begin()).status).toBe(429)
      stop.abort()
      await expect
        .poll(async () => (await begin(AbortSignal.timeout(500)).catch(() => null))?.status, {
          timeout: 10_000,
        })
        .toBe(200)
    } finally {
      await configured.stop()
      await provider.close()
    }
  })
})
