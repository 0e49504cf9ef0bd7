import type { AccountDesk } from '#core/contracts/accounts.ts'
import { createSignInDesk } from './create-sign-in-desk.ts'
import { createTokenDesk } from './create-token-desk.ts'
import { createUserDesk } from './create-user-desk.ts'
import type { DeskOptions } from './desk-options.ts'
import { refuseWhenUnwritable } from './refuse-when-unwritable.ts'

/** What pages ask of accounts. */
export function createAccountDesk(options: DeskOptions): AccountDesk {
  const desk = { ...createSignInDesk(options), ...createUserDesk(options), ...createTokenDesk(options) }
  return refuseWhenUnwritable(desk, options)
}
