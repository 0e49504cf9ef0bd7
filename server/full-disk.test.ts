import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { AuditEntry } from '#db/audit/audit-entry.ts'
import { openAuditLog } from '#db/audit/open-audit-log.ts'
import { readEntries } from '#db/audit/read-entries.ts'
import { verifyChain } from '#db/audit/verify-chain.ts'
import { keepAsking } from '#testing/keep-asking.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { type CreatedAccount, createAccount } from './access/create-account.ts'

/** Linux lets the limits of a running process be set. */
const canLimit = spawnSync('prlimit', ['--version']).status === 0

let dataDir: string
let server: TestServer
let boss: CreatedAccount
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'full-disk-'))
  cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(dataDir, 'store.sqlite'))
  server = await startTestServer(dataDir)
  boss = await createAccount(dataDir, { email: 'boss@bank.example', role: 'administrator' })
})
afterAll(async () => {
  if (canLimit) setRoom('unlimited')
  await server?.stop()
  rmSync(dataDir, { recursive: true })
})

/** How long the files may become that the server writes, bytes: with 0 each of its writes fails, as on a full disk. */
function setRoom(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:`])
}

function readLog(): AuditEntry[] {
  const log = openAuditLog(dataDir, { create: false })
  const entries = [...readEntries(log)]
  expect(verifyChain(entries, { recordedHead: log.head.read() }).faults).toEqual([])
  log.close()
  return entries
}

const score = '/api/v1/clients/100001/score'
const visit = (path: string) => server.fetch(path, { headers: { accept: 'text/html' } })
const callTool = async () => {
  const params = { name: 'scoreClient', arguments: { clientId: 100_001 } }
  const response = await server.fetch('/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
  })
  return (await response.json()).result
}
const signIn = () =>
  fetch(`${server.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, accept: 'text/html' },
    body: new URLSearchParams({ email: boss.email, password: boss.oneTimePassword }),
  })

test.skipIf(!canLimit)(
  'On a full disk nothing is shown about a client, each door says so, and the rest goes on',
  async () => {
    const before = readLog().length
    setRoom(0)
    const refused = await server.fetch(score)
    expect([refused.status, await refused.json()]).toMatchObject([
      503,
      { code: 'AUDIT_UNAVAILABLE', detail: expect.stringContaining('Try again in a moment') },
    ])
    expect(await callTool()).toMatchObject({
      isError: true,
      content: [{ text: expect.stringMatching(/^AUDIT_UNAVAILABLE: /) }],
    })
    for (const path of ['/clients', '/clients/100001']) {
      const page = await visit(path)
      const html = await page.text()
      expect([page.status, html]).toEqual([
        503,
        expect.stringContaining('La réponse n’a pas pu être consignée'),
      ])
      expect(html).not.toMatch(/probabilit/i)
    }
    const door = await signIn()
    expect([door.status, await door.text()]).toEqual([
      503,
      expect.stringContaining('Le service ne peut rien enregistrer'),
    ])
    for (const path of ['/model', '/account', '/healthz']) expect((await visit(path)).status, path).toBe(200)
    setRoom('unlimited')
    expect(readLog()).toHaveLength(before)
    expect(server.printed()).toMatch(/audit\.sqlite can't be written: the disk is full or fails/)
  },
)

test.skipIf(!canLimit)('As soon as there is room again every door answers, without a restart', async () => {
  expect((await server.fetch(score)).status).toBe(200)
  expect(await callTool()).not.toHaveProperty('isError')
  expect((await visit('/clients/100001')).status).toBe(200)
  expect((await signIn()).status).toBe(302)
})

describe.skipIf(!canLimit)('While the disk fills up and empties under load', () => {
  test('what was answered is in the log, and what was refused is not', async () => {
    const before = readLog().length
    const outcomes = { answered: 0, refused: 0 }
    const asking = keepAsking(server.url, [{ path: score }], {
      connections: 8,
      headers: server.headers,
      check: ({ status, text }) => {
        if (status === 200) outcomes.answered++
        else outcomes.refused++
        if (status !== 200)
          expect([status, text]).toEqual([503, expect.stringContaining('AUDIT_UNAVAILABLE')])
      },
    })
    for (const round of [1, 2, 3]) {
      setRoom('unlimited')
      await expect.poll(() => outcomes.answered, { interval: 10 }).toBeGreaterThan(100 * round)
      // Part of what is being written still fits: a transaction is cut in its middle.
      setRoom(round * 50_000)
      await expect.poll(() => outcomes.refused, { interval: 10 }).toBeGreaterThan(20 * round)
    }
    setRoom('unlimited')
    await asking.stop()
    expect(readLog().length - before).toBe(outcomes.answered)
  })
})
