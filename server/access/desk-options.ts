import type { Accounts } from '#db/accounts/open-accounts.ts'
import type { Auth } from './create-auth.ts'
import type { DemoAccess } from './keep-demo-accounts.ts'

export interface DeskOptions {
  accounts: Accounts
  auth: Auth
  clock: () => Date
  onUnexpected: (error: unknown) => void
  /** The demo's sign-in while it is one. */
  demoSignIn: () => DemoAccess | null
}
