import type { AccountDesk, AccountOutcome } from '#core/contracts/accounts.ts'
import { findUserByEmail, findUserById } from '#db/accounts/queries/find-user.ts'
import { listUsers } from '#db/accounts/queries/list-users.ts'
import { notePasswordSeen } from '#db/accounts/queries/note-password-seen.ts'
import { createOneTimePassword } from './create-one-time-password.ts'
import type { DeskOptions } from './desk-options.ts'
import { requireAdministrator } from './require-administrator.ts'
import { toAccountProblem } from './to-account-problem.ts'

type UserDesk = Pick<
  AccountDesk,
  'listUsers' | 'createUser' | 'setRole' | 'disableUser' | 'enableUser' | 'resetPassword'
>

const longestName = 100

/** The accounts, for administrators. better-auth checks their rights once more, from the session itself. */
export function createUserDesk(options: DeskOptions): UserDesk {
  const { accounts, auth } = options
  /** Changes an account that is neither the own one nor the demo's. */
  const change = async <Done extends object>(
    headers: Headers,
    userId: string,
    work: () => Promise<Done>,
  ): Promise<AccountOutcome<Done>> => {
    const ownId = await requireAdministrator(options, headers)
    const user = findUserById(accounts, userId)
    if (!user) return { problem: 'UNKNOWN_USER' }
    if (user.isDemo) return { problem: 'DEMO_ACCOUNT' }
    if (userId === ownId) return { problem: 'OWN_ACCOUNT' }
    try {
      return { problem: null, ...(await work()) }
    } catch (error) {
      return { problem: toAccountProblem(error) }
    }
  }
  return {
    async listUsers(headers) {
      await requireAdministrator(options, headers)
      return listUsers(accounts, options.clock())
    },
    async createUser(headers, { email, name, role }) {
      await requireAdministrator(options, headers)
      const trimmed = name.trim()
      if (trimmed === '' || trimmed.length > longestName) return { problem: 'INVALID_NAME' }
      const oneTimePassword = createOneTimePassword()
      const user = { email: email.trim(), name: trimmed, role, password: oneTimePassword }
      try {
        await auth.api.createUser({ body: { ...user, data: { mustChangePassword: true } }, headers })
        return { problem: null, oneTimePassword }
      } catch (error) {
        // Made at the same moment by someone else.
        if (findUserByEmail(accounts, user.email)) return { problem: 'EMAIL_TAKEN' }
        return { problem: toAccountProblem(error) }
      }
    },
    setRole: (headers, userId, role) =>
      change(headers, userId, async () => {
        await auth.api.setRole({ body: { userId, role }, headers })
        return {}
      }),
    disableUser: (headers, userId) =>
      change(headers, userId, async () => {
        await auth.api.banUser({ body: { userId }, headers })
        return {}
      }),
    enableUser: (headers, userId) =>
      change(headers, userId, async () => {
        await auth.api.unbanUser({ body: { userId }, headers })
        return {}
      }),
    resetPassword: (headers, userId) =>
      change(headers, userId, async () => {
        const oneTimePassword = createOneTimePassword()
        notePasswordSeen(accounts, userId, true)
        await auth.api.setUserPassword({ body: { userId, newPassword: oneTimePassword }, headers })
        await auth.api.revokeUserSessions({ body: { userId }, headers })
        return { oneTimePassword }
      }),
  }
}
