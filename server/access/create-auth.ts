import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { createAccessControl } from 'better-auth/plugins/access'
import { admin } from 'better-auth/plugins/admin'
import { defaultStatements } from 'better-auth/plugins/admin/access'
import type { Role } from '#core/contracts/caller.ts'
import type { Accounts } from '#db/accounts/open-accounts.ts'
import * as schema from '#db/accounts/schema.ts'

export interface AuthOptions {
  /** Signs the cookies of sessions. */
  secret: string
  /** Whether cookies travel over HTTPS alone. */
  cookieSecure: boolean
}

export const passwordLength = { min: 12, max: 128 }
const hour = 3600
/** A working day: who goes on within it stays signed in. */
const sessionSeconds = 12 * hour

const accessControl = createAccessControl(defaultStatements)
const roles = {
  advisor: accessControl.newRole({ user: [], session: [] }),
  data_scientist: accessControl.newRole({ user: [], session: [] }),
  administrator: accessControl.newRole({
    user: ['create', 'set-role', 'ban', 'set-password'],
    session: ['revoke'],
  }),
} satisfies Record<Role, unknown>

/**
 * better-auth over our own SQLite file: passwords (scrypt), sessions and who may manage accounts. Its functions are
 * called by our own pages alone; none of its addresses is served, and it calls nobody.
 */
export function createAuth(accounts: Accounts, { secret, cookieSecure }: AuthOptions) {
  return betterAuth({
    appName: 'Prêt à dépenser',
    // Stands in links that nothing here sends.
    baseURL: 'http://localhost',
    secret,
    database: drizzleAdapter(accounts.orm, { provider: 'sqlite', schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      additionalFields: {
        mustChangePassword: { type: 'boolean', required: false, defaultValue: false, input: false },
        isDemo: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: hour },
    advanced: {
      cookiePrefix: `advisor-${accounts.instanceId}`,
      useSecureCookies: cookieSecure,
      // Attempts are counted by ours, and who came from where is nobody's business afterwards.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [admin({ ac: accessControl, roles, defaultRole: 'advisor', adminRoles: ['administrator'] })],
  })
}

export type Auth = ReturnType<typeof createAuth>
