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
  ACCOUNTS: z.enum(['auto', 'required']).default('auto'),
  AUTH_SECRET: z
    .string()
    .optional()
    .transform((secret) => secret?.trim() || undefined)
    .refine((secret) => secret === undefined || secret.length >= 32, 'at least 32 characters are expected'),
  COOKIE_SECURE: z.enum(['true', 'false']).default('false'),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  AUDIT_SYNC: z.enum(['normal', 'full']).default('normal'),
  METRICS_TOKEN: z
    .string()
    .optional()
    .transform((token) => token?.trim() || undefined)
    .refine((token) => token === undefined || token.length >= 16, 'at least 16 characters are expected'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
})

export interface ServerEnvironment {
  /** TCP port; 0 takes a free one. */
  port: number
  host: string
  /** Host names besides loopback under which browsers and assistants reach the service: `host` is one. */
  allowedHosts: string[]
  logLevel: string
  /** Whether nobody comes in without an account of their own, made-up data or not. */
  accountsRequired: boolean
  /** Signs sessions; null when it is not set. */
  authSecret: string | null
  /** Whether the service is reached over HTTPS: cookies then travel over HTTPS alone. */
  cookieSecure: boolean
  /** How many proxies stand before the service: so many of the addresses that they forward are believed. */
  trustedProxies: number
  /** What opens `/metrics`; null when it is shut. */
  metricsToken: string | null
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
      ({ path: [name], message }) => `${showVariable(String(name), environment)}: ${message}`,
    )
    throw new Error(
      `The environment can't be used.\n${lines.join('\n')}\nSee .env.example for every variable.`,
    )
  }
  const { PORT, HOST, ALLOWED_HOSTS, LOG_LEVEL, ACCOUNTS, AUTH_SECRET, METRICS_TOKEN, ...others } =
    parsed.data
  return {
    port: PORT,
    host: HOST,
    allowedHosts: [...ALLOWED_HOSTS, ...nameInHostHeader(HOST)],
    logLevel: LOG_LEVEL,
    accountsRequired: ACCOUNTS === 'required',
    authSecret: AUTH_SECRET ?? null,
    cookieSecure: others.COOKIE_SECURE === 'true',
    trustedProxies: others.TRUSTED_PROXIES,
    metricsToken: METRICS_TOKEN ?? null,
    dataDir: resolveDataDir(environment),
  }
}

/** A secret is not repeated, not even one that is too short. */
function showVariable(name: string, environment: NodeJS.ProcessEnv): string {
  const found = environment[name]
  const isSecret = name === 'AUTH_SECRET' || name === 'METRICS_TOKEN'
  return isSecret ? `${name} of ${found?.length} characters` : `${name}="${found}"`
}

/** None for the addresses that stand for every interface: nobody types them. */
function nameInHostHeader(host: string): string[] {
  if (host === '0.0.0.0' || host === '::') return []
  return [host.includes(':') ? `[${host}]` : host.toLowerCase()]
}
