import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { AuditEntry } from '#db/audit/audit-entry.ts'
import { openAuditLog } from '#db/audit/open-audit-log.ts'
import { readEntries } from '#db/audit/read-entries.ts'
import { verifyChain } from '#db/audit/verify-chain.ts'
import { type Answer, keepAsking, type Question } from '#testing/keep-asking.ts'
import { type RawAnswer, sendRaw } from '#testing/send-raw.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'

const mostMegabytes = 800
const slowClients = 50
const callers = 200

let dataDir: string
let server: TestServer
/** What became of clients that began a request before everything else and never brought it to its end. */
let slow: Promise<RawAnswer>[]

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'crowd-'))
  cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(dataDir, 'store.sqlite'))
  server = await startTestServer(dataDir)
  const host = new URL(server.url).host
  slow = Array.from({ length: slowClients }, (_, i) =>
    sendRaw(server.url, `GET /clients HTTP/1.1\r\nHost: ${host}\r\nX-Slow: ${i}`),
  )
})
afterAll(async () => {
  await server?.stop()
  rmSync(dataDir, { recursive: true })
})

interface Asked extends Question {
  /** The entries that one answer leaves behind. */
  leaves: string[]
  /** What is in every right answer. */
  shows: string
}

function composeQuestions(): Asked[] {
  const ofPage = ['file', 'explanation', 'comparison', 'suggestions']
  return Array.from({ length: 20 }, (_, i) => 100_001 + i).flatMap((clientId, i): Asked[] => {
    const about = `"clientId":${clientId}`
    const call = (name: string, args: object) => ({
      path: '/mcp',
      body: { jsonrpc: '2.0', id: i, method: 'tools/call', params: { name, arguments: args } },
    })
    const rest = `/api/v1/clients/${clientId}`
    return [
      { path: `${rest}/score`, leaves: [`rest score ${clientId}`], shows: about },
      { ...call('scoreClient', { clientId }), leaves: [`mcp-http score ${clientId}`], shows: about },
      { path: `${rest}/explanation`, leaves: [`rest explanation ${clientId}`], shows: about },
      {
        path: `/clients/${clientId}`,
        leaves: ofPage.map((kind) => `page ${kind} ${clientId}`),
        shows: `/clients/${clientId}`,
      },
      { ...call('explainClient', { clientId }), leaves: [`mcp-http explanation ${clientId}`], shows: about },
      {
        path: `${rest}/simulation`,
        body: { changes: { creditAmount: 400_000 } },
        leaves: [`rest simulation ${clientId}`],
        shows: about,
      },
      { path: `/clients?page=${i + 1}`, leaves: ['page list null'], shows: '</table>' },
    ]
  })
}

function readLog(): { entries: AuditEntry[]; faults: object[] } {
  const log = openAuditLog(dataDir, { create: false })
  const entries = [...readEntries(log)]
  const { faults } = verifyChain(entries, { recordedHead: log.head.read() })
  log.close()
  return { entries, faults }
}

function count(names: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const readMegabytes = () =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024

describe('While others bring their requests to no end', () => {
  test(`${callers} callers at once get their right answers, each of which is in the log once`, async () => {
    const questions = composeQuestions()
    const left: string[] = []
    const check = ({ question, status, text }: Answer) => {
      const { leaves, shows } = question as Asked
      expect([status, text], question.path).toEqual([200, expect.stringContaining(shows)])
      left.push(...leaves)
    }
    const asking = keepAsking(server.url, questions, { connections: callers, check, headers: server.headers })
    await expect.poll(() => asking.answered(), { timeout: 50_000, interval: 100 }).toBeGreaterThan(1000)
    await asking.stop()
    const { entries, faults } = readLog()
    expect(faults).toEqual([])
    expect(count(entries.map(({ door, kind, clientId }) => `${door} ${kind} ${clientId}`))).toEqual(
      count(left),
    )
    expect(readMegabytes()).toBeLessThan(mostMegabytes)
  })

  test('who asks on and on without reading is cut off, at little cost', async () => {
    const { cookie } = server.headers
    const request = `GET /clients/100001 HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nCookie: ${cookie}\r\n\r\n`
    const before = readLog().entries.length
    await Promise.all(Array.from({ length: 5 }, () => sendRaw(server.url, request.repeat(400))))
    expect((await server.fetch('/api/v1/clients/100001/score')).status).toBe(200)
    // Of 2,000 pages asked for, those are worked on at most that were begun: sixteen a connection, four entries each.
    expect(readLog().entries.length - before).toBeLessThanOrEqual(5 * 16 * 4 + 1)
    expect(readMegabytes()).toBeLessThan(mostMegabytes)
  })

  test('these are told in the end that they took too long', async () => {
    const answers = await Promise.all(slow)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([408]))
    expect((await server.fetch('/clients/100001')).status).toBe(200)
  })
})
