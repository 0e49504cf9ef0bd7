import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { serviceStatusSchema } from '#core/contracts/service-status.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { readEnvironment } from './read-environment.ts'

const dataDir = inject('demoDataDir')
let server: TestServer
beforeAll(async () => {
  server = await startTestServer(dataDir)
})
afterAll(() => server.stop())

describe('A started server', () => {
  test('says where to go: the address, a client to open, how to connect an assistant', async () => {
    expect(server.announcement).toMatch(/http:\/\/localhost:\d+\n/)
    const clientUrl = /http:\/\/localhost:\d+(\/clients\/\d+)/.exec(server.announcement)?.[1]
    expect((await fetch(server.url + clientUrl)).status).toBe(200)
    expect(server.announcement).toContain('claude mcp add')
  })

  test('answers its health with model, data and clients', async () => {
    const status = serviceStatusSchema.parse(await (await fetch(`${server.url}/healthz`)).json())
    expect(status).toMatchObject({ status: 'ok', dataOrigin: 'demo', trainedOnOtherData: false })
    expect(status.clients).toBe(1500)
  })

  test('serves MCP on the same port', async () => {
    const response = await fetch(`${server.url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 'x', method: 'tools/list' }),
    })
    expect(await response.json()).toMatchObject({
      id: 'x',
      result: { tools: expect.arrayContaining([expect.objectContaining({ name: 'scoreClient' })]) },
    })
  })

  test('finishes and ends when told to stop', async () => {
    const other = await startTestServer(dataDir)
    expect((await fetch(`${other.url}/healthz`)).status).toBe(200)
    expect(await other.stop()).toBe(0)
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow()
  })

  test('says that the port is taken, and what to do', async () => {
    const port = new URL(server.url).port
    await expect(startTestServer(dataDir, { PORT: port })).rejects.toThrow(/taken.*PORT=3001/)
  })

  test('does not start on a store that is not one', async () => {
    const brokenDir = mkdtempSync(join(tmpdir(), 'broken-'))
    cpSync(dataDir, brokenDir, { recursive: true })
    writeFileSync(join(brokenDir, 'store.sqlite'), 'this is not a database, whatever its name says')
    await expect(startTestServer(brokenDir)).rejects.toThrow(/store\.sqlite/)
    rmSync(brokenDir, { recursive: true })
  })
})

describe('The environment', () => {
  test('is refused with the variable’s name when it can’t be used', () => {
    expect(() => readEnvironment({ PORT: 'abc' } as never)).toThrow(/PORT="abc"/)
    expect(() => readEnvironment({ LOG_LEVEL: 'loud' } as never)).toThrow(/LOG_LEVEL="loud"/)
  })
  test('has a default for everything', () => {
    expect(readEnvironment({} as never)).toMatchObject({ port: 3000, host: '127.0.0.1', allowedHosts: [] })
  })
})

test('The stdio server without a store ends with what to do, and prints nothing on stdout', async () => {
  const emptyDir = mkdtempSync(join(tmpdir(), 'empty-'))
  const failure = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, '../mcp-server/main.ts')],
    {
      env: { ...process.env, DATA_DIR: emptyDir },
    },
  ).catch((error: { stdout: string; stderr: string }) => error)
  expect(failure.stdout).toBe('')
  expect(failure.stderr).toMatch(/npm run|npm start/)
  rmSync(emptyDir, { recursive: true })
})

test('An address that cannot be decoded gets our own words, not a stack', async () => {
  const response = await fetch(`${server.url}/clients/%E0%A4%A`)
  expect([response.status, await response.text()]).toEqual([400, 'This address cannot be read. Check it.'])
})
