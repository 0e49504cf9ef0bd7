import { createHmac, randomUUID } from 'node:crypto'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Accounts } from '#db/accounts/open-accounts.ts'
import { createApiToken } from '#db/accounts/queries/create-api-token.ts'
import { findApiToken } from '#db/accounts/queries/find-api-token.ts'
import { findUserByEmail } from '#db/accounts/queries/find-user.ts'
import { removeDemoAccounts } from '#db/accounts/queries/remove-demo-accounts.ts'
import type { Auth } from './create-auth.ts'
import { hashToken, tokenPrefix } from './create-token.ts'

/** What a demo gives away: it opens made-up data alone. */
export interface DemoAccess {
  email: string
  password: string
  token: string
  /** File that holds the token, for scripts. */
  tokenPath: string
}

interface KeepDemoAccountsOptions {
  accounts: Accounts
  auth: Auth
  secret: string
  dataDir: string
  isDemo: boolean
  clock: () => Date
}

const email = 'advisor@demo.example'

/**
 * Makes sure that the demo's account and token are there in a demo, the same at every start, and nowhere else.
 *
 * @returns Null where it is no demo.
 */
export async function keepDemoAccounts(options: KeepDemoAccountsOptions): Promise<DemoAccess | null> {
  const { accounts, secret, dataDir, isDemo } = options
  const tokenPath = join(dataDir, 'demo-token')
  if (!isDemo) {
    removeDemoAccounts(accounts)
    rmSync(tokenPath, { force: true })
    return null
  }
  const demo: DemoAccess = {
    email,
    password: derivePassword(secret),
    token: tokenPrefix + derive(secret, 'token').toString('base64url'),
    tokenPath,
  }
  // Made from another secret, or never.
  if (!findApiToken(accounts, hashToken(demo.token))) await makeAccounts(options, demo)
  writeFileSync(tokenPath, `${demo.token}\n`, { mode: 0o600 })
  chmodSync(tokenPath, 0o600)
  return demo
}

/** The same for the same secret, so that nothing need be kept in clear but the token's own file. */
function derive(secret: string, purpose: string): Buffer {
  return createHmac('sha256', secret).update(`demo ${purpose}`).digest()
}

/** Short enough to be typed from a screen. */
function derivePassword(secret: string): string {
  const digits = derive(secret, 'password').toString('hex')
  return ['demo', digits.slice(0, 4), digits.slice(4, 8), digits.slice(8, 12)].join('-')
}

async function makeAccounts(
  { accounts, auth, clock }: KeepDemoAccountsOptions,
  demo: DemoAccess,
): Promise<void> {
  removeDemoAccounts(accounts)
  const body = {
    email,
    password: demo.password,
    name: 'Camille Démo',
    role: 'advisor',
    data: { isDemo: true },
  } as const
  try {
    await auth.api.createUser({ body })
  } catch (error) {
    // Another process starts on the same data and was faster.
    if (!findUserByEmail(accounts, email)) throw error
  }
  createApiToken(accounts, {
    tokenId: randomUUID(),
    name: 'Demo',
    tokenSha256: hashToken(demo.token),
    scopes: ['clients:read', 'clients:simulate', 'model:read'],
    userId: (findUserByEmail(accounts, email) as { id: string }).id,
    createdAt: clock(),
    isDemo: true,
  })
}
