import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import autocannon from 'autocannon'
import { findChampion } from '#core/bundle/find-champion.ts'
import { startArguments } from '#server/start-command.ts'
import { percentile } from './prepare/percentile.ts'
import { clientIdsOf, prepareBenchStore } from './prepare/prepare-bench-store.ts'
import { readDemoToken } from './prepare/read-demo-token.ts'

const projectDir = join(import.meta.dirname, '..')
const connections = 16
const durationSeconds = 8
const stdioCalls = 2000

/**
 * `tools/call scoreClient` with real scoring behind it: the calls a second over HTTP at 16 connections beside a
 * FastMCP server (Python) with the same model and store, both driven by the same generator in the same run, and
 * the latency over stdio.
 */
export async function run(): Promise<Record<string, number>> {
  const dataDir = await prepareBenchStore(20_000)
  const clientIds = clientIdsOf(dataDir)

  const peerPython = join(projectDir, 'ml/.venv-bench/bin/python')
  execFileSync('bash', ['ml/setup.sh', '--bench'], { cwd: projectDir, stdio: ['ignore', 2, 2] })
  if (!existsSync(peerPython)) throw new Error(`${peerPython} is missing: the peer can't run.`)
  const peerScript = join(projectDir, 'ml/bench/fastmcp_server.py')

  const oursBefore = await measureHttp([process.execPath, ...startArguments], dataDir, clientIds)
  const peer = await measureHttp(
    (port) => [peerPython, peerScript, dataDir, findChampion(dataDir), String(port)],
    dataDir,
    clientIds,
  )
  const oursAfter = await measureHttp([process.execPath, ...startArguments], dataDir, clientIds)
  const callsPerSecond = (oursBefore + oursAfter) / 2
  return {
    callsPerSecond: Math.round(callsPerSecond),
    peerCallsPerSecond: Math.round(peer),
    ratio: Number((callsPerSecond / peer).toFixed(2)),
    stdioP50Ms: await measureStdio(dataDir, clientIds),
  }
}

async function measureHttp(
  command: string[] | ((port: number) => string[]),
  dataDir: string,
  clientIds: number[],
): Promise<number> {
  const port = await findFreePort()
  const [program, ...args] = (typeof command === 'function' ? command(port) : command) as [
    string,
    ...string[],
  ]
  const server = spawn(program, args, {
    cwd: projectDir,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    const url = `http://127.0.0.1:${port}/mcp`
    await waitUntilAnswering(url, { dataDir, clientId: clientIds[0] as number, server })
    await load({ url, dataDir, clientIds }, 2)
    return await load({ url, dataDir, clientIds }, durationSeconds)
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
  }
}

function requestBody(clientId: number): string {
  const params = { name: 'scoreClient', arguments: { clientId } }
  return JSON.stringify({ jsonrpc: '2.0', id: clientId, method: 'tools/call', params })
}

const headers = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
  'mcp-protocol-version': '2025-06-18',
}

/** The peer takes no token; ours checks one with every call, as it does for anybody. */
function headersFor(dataDir: string): Record<string, string> {
  return { ...headers, authorization: `Bearer ${readDemoToken(dataDir)}` }
}

interface Load {
  url: string
  dataDir: string
  clientIds: number[]
}

async function load({ url, dataDir, clientIds }: Load, duration: number): Promise<number> {
  const headers = headersFor(dataDir)
  const requests = Array.from({ length: 500 }, (_, i) => ({
    method: 'POST' as const,
    headers,
    body: requestBody(clientIds[(i * 37) % clientIds.length] as number),
  }))
  const result = await autocannon({ url, connections, duration, requests, workers: 1 })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers and ${result.errors} connections failed; no figure is given.`)
  }
  return result.requests.total / result.duration
}

async function waitUntilAnswering(
  url: string,
  { dataDir, clientId, server }: { dataDir: string; clientId: number; server: ChildProcess },
): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`The server of ${url} ended with code ${server.exitCode}.`)
    try {
      const asked = { method: 'POST', headers: headersFor(dataDir), body: requestBody(clientId) }
      const response = await fetch(url, asked)
      const text = await response.text()
      if (response.ok && text.includes('probabilityOfDefault')) return
      throw new Error(`${response.status} ${text.slice(0, 300)}`)
    } catch (error) {
      if (attempt === 299) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function measureStdio(dataDir: string, clientIds: number[]): Promise<number> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(projectDir, 'mcp-server/main.ts')],
    env: { DATA_DIR: dataDir, PATH: process.env.PATH ?? '' },
  })
  const client = new Client({ name: 'bench', version: '1.0.0' })
  await client.connect(transport)
  const durations: number[] = []
  for (let i = 0; i < stdioCalls; i++) {
    const clientId = clientIds[(i * 37) % clientIds.length] as number
    const start = performance.now()
    await client.callTool({ name: 'scoreClient', arguments: { clientId } })
    durations.push(performance.now() - start)
  }
  await client.close()
  return Number(percentile(durations.slice(200), 0.5).toFixed(3))
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
