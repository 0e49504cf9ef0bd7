import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startArguments } from '#server/start-command.ts'
import { type Credentials, signInToDemo } from '#testing/sign-in.ts'
import { clientIdsOf, prepareBenchStore } from './prepare/prepare-bench-store.ts'

const projectDir = join(import.meta.dirname, '..')
const fullClientCount = 356_255
const port = 3999
const base = `http://127.0.0.1:${port}`

/**
 * Resident memory of the server with the competition's full number of clients, after it has served lists, pages,
 * searches and MCP calls; the highest it ever was is given too.
 */
export async function run(): Promise<Record<string, number>> {
  const dataDir = await prepareBenchStore(fullClientCount)
  const clientIds = clientIdsOf(dataDir)
  const server = spawn(process.execPath, startArguments, {
    cwd: projectDir,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await waitUntilHealthy(server.pid as number)
    const credentials = await signInToDemo(base, dataDir)
    if (!credentials) throw new Error(`${dataDir} serves no demo: nobody can sign in.`)
    for (let i = 0; i < 400; i++) {
      await visit(clientIds[(i * 911) % clientIds.length] as number, { i, credentials })
    }
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
    return {
      residentMb: Math.round(kilobytes(status, 'VmRSS') / 1024),
      peakMb: Math.round(kilobytes(status, 'VmHWM') / 1024),
      clients: clientIds.length,
    }
  } finally {
    server.kill('SIGTERM')
  }
}

async function waitUntilHealthy(pid: number): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    const response = await fetch(`${base}/healthz`).catch(() => null)
    if (response?.ok) return
    process.kill(pid, 0)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server was not healthy within two minutes.')
}

const sorts = ['client', '-repayment', '-credit', 'age']

const toolCalls = (clientId: number) => [
  { name: 'scoreClient', arguments: { clientId } },
  { name: 'explainClient', arguments: { clientId } },
  { name: 'compareCohort', arguments: { clientId, cohort: { kind: 'all' } } },
  { name: 'compareCohort', arguments: { clientId, cohort: { kind: 'similar' } } },
  { name: 'compareCohort', arguments: { clientId, cohort: { kind: 'filter', filters: { ownsCar: true } } } },
  { name: 'simulateClient', arguments: { clientId, changes: { creditAmount: 300_000 } } },
  { name: 'suggestChanges', arguments: { clientId } },
]

/** A list, a page, a search and a tool, each time others, at once. */
async function visit(
  clientId: number,
  { i, credentials }: { i: number; credentials: Credentials },
): Promise<void> {
  const headers = { ...credentials }
  const calls = toolCalls(clientId)
  const responses = await Promise.all([
    fetch(`${base}/clients/${clientId}?cohort=${['all', 'similar'][i % 2]}`, { headers }),
    fetch(`${base}/clients?sort=${sorts[i % 4]}&page=${1 + (i % 40)}`, { headers }),
    fetch(`${base}/clients/search?q=${String(clientId).slice(0, 4)}`, { headers }),
    fetch(`${base}/mcp`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: i, method: 'tools/call', params: calls[i % calls.length] }),
    }),
  ])
  for (const response of responses) {
    const text = await response.text()
    if (!response.ok || text.includes('"isError":true')) {
      throw new Error(
        `${response.url} answered ${response.status} ${text.slice(0, 200)}; no figure is given.`,
      )
    }
  }
}

function kilobytes(status: string, key: string): number {
  return Number(new RegExp(`${key}:\\s+(\\d+) kB`).exec(status)?.[1])
}
