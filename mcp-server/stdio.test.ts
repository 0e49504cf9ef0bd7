import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { openFeatureStore } from '#db/store/open-feature-store.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { promote, writeBundleCopy } from '#testing/promote-copy.ts'

interface Reply {
  id: number
  result: { structuredContent: { clientId: number; provenance: { modelVersion: string } } }
}

let dataDir: string
let clientId: number
let child: ChildProcess
let replies: Map<number, Reply>
let lastId: number
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'stdio-'))
  cpSync(inject('demoDataDir'), dataDir, { recursive: true })
  const store = openFeatureStore({ dataDir, readonly: true })
  clientId = listAllClientIds(store)[0] as number
  store.close()
  child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  replies = new Map()
  lastId = 0
  // Anything else on stdout than JSON-RPC fails here.
  createInterface(child.stdout as NodeJS.ReadableStream).on('line', (line) => {
    const reply = JSON.parse(line) as Reply
    replies.set(reply.id, reply)
  })
  const client = {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  }
  send('initialize', client)
  child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`)
})
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(dataDir, { recursive: true })
})

function send(method: string, params: object): number {
  child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id: ++lastId, method, params })}\n`)
  return lastId
}

const callTool = (name: string, args: object = {}) =>
  send('tools/call', { name, arguments: { clientId, ...args } })

async function replyTo(id: number): Promise<Reply> {
  await expect.poll(() => replies.has(id), { timeout: 30_000, interval: 5 }).toBe(true)
  return replies.get(id) as Reply
}

describe('Over stdio', () => {
  test('an assistant is served a promoted model, too, without connecting anew', async () => {
    const versionOf = ({ result }: Reply) => result.structuredContent.provenance.modelVersion
    expect(versionOf(await replyTo(callTool('scoreClient')))).not.toBe('shifted')
    writeBundleCopy(dataDir, { modelVersion: 'shifted', shiftLogOdds: 0.5 })
    promote(dataDir, 'shifted')
    await expect
      .poll(async () => versionOf(await replyTo(callTool('scoreClient'))), { timeout: 30_000, interval: 50 })
      .toBe('shifted')
    const comparison = await replyTo(callTool('compareCohort', { cohort: { kind: 'all' } }))
    expect(versionOf(comparison)).toBe('shifted')
  })

  test('a cancelled call has no answer', async () => {
    await replyTo(1)
    const report = { name: 'driftReport', arguments: {} }
    const cancelled = send('tools/call', report)
    const params = { requestId: cancelled, reason: 'test' }
    child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/cancelled', params })}\n`)
    // By when a whole report is computed, the cancelled one would have been, too.
    await replyTo(send('tools/call', report))
    expect(replies.has(cancelled)).toBe(false)
  })

  test.each(['the end of its input', 'SIGTERM'])('%s leaves no call unanswered', async (ending) => {
    await replyTo(1)
    const calls = Array.from({ length: 20 }, () => callTool('explainClient'))
    // Answered last of what was sent, so that all of it has arrived.
    if (ending === 'SIGTERM') await replyTo(send('ping', {}))
    if (ending === 'SIGTERM') child.kill('SIGTERM')
    else child.stdin?.end()
    const [code] = await once(child, 'close')
    expect([
      code,
      calls.filter((id) => replies.get(id)?.result.structuredContent.clientId !== clientId),
    ]).toEqual([0, []])
  })
})
