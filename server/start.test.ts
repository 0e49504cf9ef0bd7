import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { serviceStatusSchema } from '#core/contracts/service-status.ts'
import { findLoadedDataset } from '#db/store/find-loaded-dataset.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { readEnvironment } from './read-environment.ts'
import { startArguments } from './start-command.ts'

const dataDir = inject('demoDataDir')
let server: TestServer
beforeAll(async () => {
  server = await startTestServer(dataDir)
})
afterAll(() => server.stop())

describe('A started server', () => {
  test('says where to go: the address, how to sign in, a client to open, how to connect an assistant', async () => {
    expect(server.announcement).toMatch(/http:\/\/localhost:\d+\n/)
    const clientUrl = /http:\/\/localhost:\d+(\/clients\/\d+)/.exec(server.announcement)?.[1]
    expect((await server.fetch(clientUrl as string)).status).toBe(200)
    expect(server.announcement).toMatch(/Sign in +advisor@demo\.example, password demo(-[0-9a-f]{4}){3}/)
    expect(server.announcement).toMatch(/claude mcp add .* --header "Authorization: Bearer pad_[\w-]{43}"/)
  })

  test('answers its health with model, data and clients', async () => {
    const status = serviceStatusSchema.parse(await (await server.fetch('/healthz')).json())
    expect(status).toMatchObject({ status: 'ok', dataOrigin: 'demo', trainedOnOtherData: false })
    expect(status.clients).toBe(1500)
  })

  test('serves MCP on the same port', async () => {
    const response = await server.fetch('/mcp', {
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
    expect((await other.fetch('/healthz')).status).toBe(200)
    expect(await other.stop()).toBe(0)
    await expect(other.fetch('/healthz')).rejects.toThrow()
  })

  test('says that the port is taken, and what to do, before it prepares anything', async () => {
    const port = new URL(server.url).port
    const emptyDir = mkdtempSync(join(tmpdir(), 'empty-'))
    await expect(startTestServer(emptyDir, { PORT: port })).rejects.toThrow(
      /code 1:\nThe port is taken.*PORT=3001/,
    )
    expect(readdirSync(emptyDir)).toEqual([])
    rmSync(emptyDir, { recursive: true })
  })

  test('says in one line what is wrong with DATA_DIR', async () => {
    const scratchDir = mkdtempSync(join(tmpdir(), 'data-dir-'))
    const file = join(scratchDir, 'file')
    writeFileSync(file, '')
    const startIn = (path: string) => startTestServer(path)
    await expect(startIn(file)).rejects.toThrow(
      /code 1:\nDATA_DIR is .*that is a file\. .* DATA_DIR=.*start\.\n$/,
    )
    await expect(startIn(join(file, 'deep'))).rejects.toThrow(/code 1:\nDATA_DIR is .*cannot be made.*\n$/)
    // Root may write anywhere.
    if (process.getuid?.() !== 0) {
      chmodSync(scratchDir, 0o500)
      await expect(startIn(scratchDir)).rejects.toThrow(/code 1:\nDATA_DIR is .*cannot be written.*\n$/)
      chmodSync(scratchDir, 0o700)
    }
    rmSync(scratchDir, { recursive: true })
  })

  test('scores a store that is loaded while it serves', async () => {
    const loadedDir = mkdtempSync(join(tmpdir(), 'loaded-'))
    cpSync(dataDir, loadedDir, { recursive: true })
    const other = await startTestServer(loadedDir)
    try {
      expect((await other.fetch('/clients?sort=probabilityOfDefault')).status).toBe(200)
      await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../db/store/store-load.ts')], {
        env: { ...process.env, DATA_DIR: loadedDir },
      })
      expect(findLoadedDataset(loadedDir)?.scoredBundleSha256).toBeNull()
      await expect
        .poll(() => findLoadedDataset(loadedDir)?.scoredBundleSha256, { timeout: 30_000, interval: 200 })
        .toEqual(expect.any(String))
      expect((await other.fetch('/clients?sort=probabilityOfDefault')).status).toBe(200)
    } finally {
      await other.stop()
      rmSync(loadedDir, { recursive: true })
    }
  })

  test('does not start on a store that is not one', async () => {
    const brokenDir = mkdtempSync(join(tmpdir(), 'broken-'))
    cpSync(dataDir, brokenDir, { recursive: true })
    writeFileSync(join(brokenDir, 'store.sqlite'), 'this is not a database, whatever its name says')
    await expect(startTestServer(brokenDir)).rejects.toThrow(/store\.sqlite/)
    rmSync(brokenDir, { recursive: true })
  })
})

describe('A page of another site', () => {
  const send = async (path: string, method: string, headers: Record<string, string>) => {
    const sent = request(server.url + path, { method, headers: { ...server.headers, ...headers } }).end()
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    response.resume()
    return response.statusCode
  }

  test('reads nothing under a name that it made point here', async () => {
    const headers = { host: 'evil.example' }
    for (const path of [
      '/',
      '/clients',
      '/clients/100001.data',
      '/api/v1/openapi.json',
      '/favicon.svg',
      '/mcp',
    ])
      expect(await send(path, 'GET', headers), path).toBe(403)
  })

  test('sends nothing', async () => {
    const headers = { origin: 'https://evil.example' }
    for (const path of ['/clients/100001', '/api/v1/clients/100001/simulation', '/mcp'])
      expect(await send(path, 'POST', headers), path).toBe(403)
    expect(await send('/clients', 'GET', headers)).toBe(200)
    expect(await send('/clients', 'GET', { host: 'localhost' })).toBe(200)
  })

  test('does not keep a probe from asking for our health by address', async () => {
    expect(await send('/healthz', 'GET', { host: '10.1.2.3:3000' })).toBe(200)
  })
})

describe('The environment', () => {
  test('is refused with the variable’s name when it can’t be used', () => {
    expect(() => readEnvironment({ PORT: 'abc' } as never)).toThrow(/PORT="abc"/)
    expect(() => readEnvironment({ LOG_LEVEL: 'loud' } as never)).toThrow(/LOG_LEVEL="loud"/)
  })
  test('has a default for everything', () => {
    expect(readEnvironment({} as never)).toMatchObject({ port: 3000, host: '127.0.0.1' })
  })
  test('allows the host names that are listed and the one that is listened on, but for every interface', () => {
    const allowed = (HOST: string) =>
      readEnvironment({ HOST, ALLOWED_HOSTS: 'A.example, ' } as never).allowedHosts
    expect(allowed('0.0.0.0')).toEqual(['a.example'])
    expect(allowed('Score.example')).toEqual(['a.example', 'score.example'])
    expect(allowed('fd00::1')).toEqual(['a.example', '[fd00::1]'])
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
  const response = await server.fetch('/clients/%E0%A4%A')
  expect([response.status, await response.text()]).toEqual([400, 'This address cannot be read. Check it.'])
})

test('npm start runs the server as tests and benches do', () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))
  expect(scripts.start).toBe(`node ${startArguments.join(' ')}`)
})
