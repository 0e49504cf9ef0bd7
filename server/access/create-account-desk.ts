import type { AccountDesk } from '#core/contracts/accounts.ts'
import type { Accounts } from '#db/accounts/open-accounts.ts'
import type { Auth } from './create-auth.ts'
import { createSignInDesk } from './create-sign-in-desk.ts'
import { createTokenDesk } from './create-token-desk.ts'
import { createUserDesk } from './create-user-desk.ts'
import type { DemoAccess } from './keep-demo-accounts.ts'

export interface DeskOptions {
  accounts: Accounts
  auth: Auth
  clock: () => Date
  /** The demo's sign-in while it is one. */
  demoSignIn: () => DemoAccess | null
}

/** What pages ask of accounts. */
export function createAccountDesk(options: DeskOptions): AccountDesk {
  return { ...createSignInDesk(options), ...createUserDesk(options), ...createTokenDesk(options) }
}
