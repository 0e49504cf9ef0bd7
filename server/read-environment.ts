import { z } from 'zod'
import { resolveDataDir } from '#db/data-dir.ts'

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((hosts) =>
      hosts
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
})

export interface ServerEnvironment {
  /** TCP port; 0 takes a free one. */
  port: number
  host: string
  /** Host names besides loopback under which browsers and assistants reach the service: `host` is one. */
  allowedHosts: string[]
  logLevel: string
  dataDir: string
}

/**
 * Parses the environment once, at start.
 *
 * @throws Error that names the variable, what it held and what it may hold.
 */
export function readEnvironment(environment: NodeJS.ProcessEnv = process.env): ServerEnvironment {
  const parsed = environmentSchema.safeParse(environment)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.')}="${environment[String(path[0])]}": ${message}`,
    )
    throw new Error(
      `The environment can't be used.\n${lines.join('\n')}\nSee .env.example for every variable.`,
    )
  }
  const { PORT, HOST, ALLOWED_HOSTS, LOG_LEVEL } = parsed.data
  return {
    port: PORT,
    host: HOST,
    allowedHosts: [...ALLOWED_HOSTS, ...nameInHostHeader(HOST)],
    logLevel: LOG_LEVEL,
    dataDir: resolveDataDir(environment),
  }
}

/** None for the addresses that stand for every interface: nobody types them. */
function nameInHostHeader(host: string): string[] {
  if (host === '0.0.0.0' || host === '::') return []
  return [host.includes(':') ? `[${host}]` : host.toLowerCase()]
}
