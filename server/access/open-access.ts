import type { AccountDesk } from '#core/contracts/accounts.ts'
import type { Caller } from '#core/contracts/caller.ts'
import { openAccounts } from '#db/accounts/open-accounts.ts'
import { listUsers } from '#db/accounts/queries/list-users.ts'
import { createAccountDesk } from './create-account-desk.ts'
import { createAuth } from './create-auth.ts'
import { createSessionReader, type SignedIn } from './create-session-reader.ts'
import { createTokenReader } from './create-token-reader.ts'
import { type DemoAccess, keepDemoAccounts } from './keep-demo-accounts.ts'
import { loadDemoSecret } from './load-demo-secret.ts'

/** Who may come in, and as whom. Opened once, closed once. */
export interface Access {
  /** The program that an `Authorization` header names; null when it names none that may come in. */
  identifyToken(authorization: string | undefined): Caller | null
  /** The person whose session the cookies name, with cookies to be renewed; null without one. */
  identifySession(headers: Headers): Promise<SignedIn | null>
  desk: AccountDesk
  /** What a demo gives away; null elsewhere. */
  demo: DemoAccess | null
  /** Whether anybody can sign in. */
  hasAccounts(): boolean
  close(): void
}

export interface OpenAccessOptions {
  dataDir: string
  /** `AUTH_SECRET`; null when it is not set. */
  secret: string | null
  /** Whether `ACCOUNTS=required`: nothing is given away then, made-up data or not. */
  accountsRequired: boolean
  cookieSecure: boolean
  /** Whether the data that are served now are made up. */
  servesDemoData: () => boolean
  onUnexpected: (error: unknown) => void
  clock?: () => Date
}

/**
 * Opens the accounts. Where the data are made up and accounts are not required, it is a demo: its sign-in and its
 * token are published, and stop working as soon as other data are served.
 *
 * @throws Error when it is no demo and there is no secret; DataError when the accounts can't be opened.
 */
export async function openAccess(options: OpenAccessOptions): Promise<Access> {
  const { dataDir, accountsRequired, cookieSecure, servesDemoData, onUnexpected } = options
  const { clock = () => new Date() } = options
  const isDemo = () => !accountsRequired && servesDemoData()
  if (!options.secret && !isDemo()) throw new Error(secretMissing)
  const secret = options.secret ?? loadDemoSecret(dataDir)
  const accounts = openAccounts(dataDir)
  try {
    const auth = createAuth(accounts, { secret, cookieSecure })
    const demo = await keepDemoAccounts({ accounts, auth, secret, dataDir, isDemo: isDemo(), clock })
    // Data of real people came in while a demo runs, whose secret lies beside them: nobody passes before a restart.
    const isShut = () => !options.secret && !isDemo()
    const admits = (caller: { isDemo: boolean }) => !isShut() && (!caller.isDemo || isDemo())
    return {
      identifyToken: createTokenReader({ accounts, admits, clock, onUnexpected }),
      identifySession: createSessionReader({ auth, admits }),
      desk: createAccountDesk({
        accounts,
        auth,
        clock,
        onUnexpected,
        demoSignIn: () => (isDemo() ? demo : null),
      }),
      demo,
      hasAccounts: () => listUsers(accounts, clock()).length > 0,
      close: () => accounts.close(),
    }
  } catch (error) {
    accounts.close()
    throw error
  }
}

const secretMissing = `AUTH_SECRET is not set. Data of real people are served only behind accounts, whose sessions a secret of at least 32 characters signs. Make one with "openssl rand -base64 32", keep it out of DATA_DIR, and start again with AUTH_SECRET=… npm start.`
