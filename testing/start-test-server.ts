import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startArguments } from '#server/start-command.ts'
import { type Credentials, signInToDemo } from './sign-in.ts'

/** The servers that this test has started, and the session that its browsers have there. */
export const signedInServers = new Map<string, string | null>()

const projectDir = join(import.meta.dirname, '..')

export interface TestServer {
  url: string
  /** What the server printed when it was ready. */
  announcement: string
  /** All that it has printed so far. */
  printed(): string
  pid: number
  /** What lets requests in: those of the demo that it serves; none where it is no demo. */
  headers: Partial<Credentials>
  /** Asks for a path with them, as a page of this server would. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts the real server on a free port over a prepared DATA_DIR and waits until it says that it is ready.
 *
 * @throws Error with what it printed when it ends before that.
 */
export async function startTestServer(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<TestServer> {
  const child = spawn(process.execPath, startArguments, {
    cwd: projectDir,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '', DATA_DIR: dataDir, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let printed = ''
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk
      if (printed.includes('Ready.')) resolve()
    })
    child.stderr.on('data', (chunk) => {
      printed += chunk
    })
  })
  const code = await Promise.race([ready.then(() => 'ready' as const), exited])
  if (code !== 'ready') throw new Error(`The server ended with code ${code}:\n${printed}`)
  const url = `http://127.0.0.1:${/localhost:(\d+)/.exec(printed)?.[1]}`
  const headers: Partial<Credentials> = (await signInToDemo(url, dataDir)) ?? {}
  signedInServers.set(url, headers.cookie ?? null)
  return {
    url,
    headers,
    fetch: (path, init = {}) =>
      fetch(url + path, { ...init, headers: { ...headers, origin: url, ...init.headers } }),
    announcement: printed,
    printed: () => printed,
    pid: child.pid as number,
    async stop(signal = 'SIGTERM') {
      signedInServers.delete(url)
      child.kill(signal)
      return exited
    },
  }
}
