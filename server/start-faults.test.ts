import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { findChampion } from '#core/bundle/find-champion.ts'
import { claimDataDir } from '#db/lock-data-dir.ts'
import { canMount, runOnDisk } from '#db/test-data/run-on-disk.ts'
import { promote, writeBundleCopy } from '#testing/promote-copy.ts'
import { startTestServer } from '#testing/start-test-server.ts'
import { startArguments } from './start-command.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'start-faults-'))
  cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(dataDir, 'store.sqlite'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** What a start that fails prints: one line, of what was found, expected and to be done. */
async function refusalOf(start: Promise<unknown>): Promise<string> {
  const error = (await start.catch((refusal) => refusal)) as Error
  expect(error.message).toMatch(/^The server ended with code 1:\n/)
  const lines = error.message.trim().split('\n').slice(1)
  expect(lines, error.message).toHaveLength(1)
  expect(lines[0]).toMatch(/expected/i)
  return lines[0] as string
}

function overwrite(name: string, from: number, length: number): void {
  const path = join(dataDir, name)
  writeFileSync(path, readFileSync(path).fill(0x5a, from, from + length))
}

describe('A start ends with one clear error for', () => {
  test('a store whose pages are damaged', async () => {
    overwrite('store.sqlite', 100_000, 200_000)
    expect(await refusalOf(startTestServer(dataDir))).toMatch(/store\.sqlite is damaged .*npm run store:load/)
  })

  test.each(['accounts.sqlite', 'audit.sqlite'])('a damaged %s', async (name) => {
    writeFileSync(join(dataDir, name), 'x'.repeat(8192))
    expect(await refusalOf(startTestServer(dataDir))).toMatch(
      new RegExp(`${name} is damaged .*Restore it from its last backup`),
    )
  })

  test('a model whose file is not that of its manifest', async () => {
    const directory = writeBundleCopy(dataDir, { modelVersion: 'odd' })
    promote(dataDir, 'odd')
    overwrite('bundles/odd/model.onnx', 1000, 1)
    const refusal = await refusalOf(startTestServer(dataDir))
    expect(refusal).toContain(`BUNDLE_CORRUPT: ${join(directory, 'model.onnx')} has SHA-256`)
    expect(findChampion(dataDir)).toBe(directory)
  })

  test('a DATA_DIR into which a backup is being restored', async () => {
    const letIn = claimDataDir(dataDir)
    expect(await refusalOf(startTestServer(dataDir))).toMatch(/A restore into .* is under way/)
    letIn()
  })

  test.skipIf(!canMount)('a DATA_DIR that can only be read', () => {
    const mountPoint = join(dataDir, 'disk')
    const filledFrom = join(dataDir, 'store')
    mkdirSync(filledFrom)
    cpSync(join(dataDir, 'store.sqlite'), join(filledFrom, 'store.sqlite'))
    const { status, stderr } = runOnDisk({ mountPoint, options: 'ro', filledFrom, command: startArguments })
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^DATA_DIR is .*: it cannot be written \(EROFS\)\. .*expected\. .*\n$/),
    ])
  })
})

test('A running service tells of its requests in metrics and in lines, by patterns and without a client', async () => {
  const environment = { METRICS_TOKEN: 'sixteen-characters-token', LOG_LEVEL: 'info' }
  const server = await startTestServer(dataDir, environment)
  try {
    const clientId = /\/clients\/(\d+)/.exec(server.announcement)?.[1]
    for (const path of [`/clients/${clientId}`, `/api/v1/clients/${clientId}/score`, '/api/v1/drift'])
      expect((await server.fetch(path)).status).toBe(200)
    const call = { jsonrpc: '2.0', id: 1, method: 'tools/call' }
    await server.fetch('/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({
        ...call,
        params: { name: 'scoreClient', arguments: { clientId: Number(clientId) } },
      }),
    })
    expect((await server.fetch('/metrics')).status).toBe(401)
    const authorization = `Bearer ${environment.METRICS_TOKEN}`
    const metrics = await (await fetch(`${server.url}/metrics`, { headers: { authorization } })).text()
    expect(metrics).toMatch(
      /seconds_count\{door="page",route="\/clients\/:clientId",method="GET",status="200"\} 1/,
    )
    expect(metrics).toMatch(
      /seconds_count\{door="rest",route="\/api\/v1\/clients\/\{clientId\}\/score",.*\} 1/,
    )
    expect(metrics).toContain('credit_advisor_tool_calls_total{tool="scoreClient",outcome="answered"} 1')
    expect(metrics).toMatch(/credit_advisor_scores_total\{advice="\w+",door="rest"\} 1/)
    expect(metrics).toContain('credit_advisor_portfolio_scored 1')
    expect(metrics).toMatch(/credit_advisor_drift_share\{window="test"\} 0\.\d+/)
    expect(metrics).toContain('credit_advisor_unexpected_errors_total 0')
    const lines = server
      .printed()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect(lines.length).toBeGreaterThanOrEqual(4)
    for (const text of [metrics, lines.join('\n')]) expect(text).not.toContain(clientId)
  } finally {
    await server.stop()
  }
})
