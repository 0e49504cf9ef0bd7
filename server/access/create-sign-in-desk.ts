import type { AccountDesk } from '#core/contracts/accounts.ts'
import { countAttempt, forgetAttempts } from '#db/accounts/queries/count-attempt.ts'
import { notePasswordSeen } from '#db/accounts/queries/note-password-seen.ts'
import { passwordLength } from './create-auth.ts'
import { createQueue } from './create-queue.ts'
import type { DeskOptions } from './desk-options.ts'
import { toAccountProblem } from './to-account-problem.ts'

type SignInDesk = Pick<AccountDesk, 'demoSignIn' | 'signIn' | 'signOut' | 'changePassword'>

const windowMs = 15 * 60_000
/** Failures within the window: a person mistypes, a whole office shares an address. */
const mostPerAccount = 10
const mostPerAddress = 50

/** Signing in and out, and the own password. */
export function createSignInDesk({ accounts, auth, clock, demoSignIn }: DeskOptions): SignInDesk {
  // A password's hash takes 32 MB and a tenth of a second of one core: no flood of attempts may take all.
  const inTurn = createQueue(2)
  return {
    demoSignIn,
    async signIn({ email, password, address }) {
      const account = `account ${email.trim().toLowerCase()}`
      const limits = [
        { key: account, most: mostPerAccount },
        { key: `address ${address}`, most: mostPerAddress },
      ]
      const retryAfterSeconds = countAttempt(accounts, limits, { now: clock(), windowMs })
      if (retryAfterSeconds > 0) return { problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds }
      try {
        const body = { email: email.trim(), password: password.slice(0, passwordLength.max + 1) }
        const { headers } = await inTurn(() => auth.api.signInEmail({ body, returnHeaders: true }))
        forgetAttempts(accounts, [account])
        return { problem: null, setCookies: headers.getSetCookie() }
      } catch (error) {
        const problem = toAccountProblem(error)
        // An address that is none, or a password that is too long, is wrong like any other.
        return { problem: ['INVALID_EMAIL', 'PASSWORD_TOO_LONG'].includes(problem) ? 'REFUSED' : problem }
      }
    },
    async signOut(headers) {
      const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true })
      return { setCookies: answered.getSetCookie() }
    },
    async changePassword(headers, { current, next }) {
      const session = await auth.api.getSession({ headers })
      if (!session) throw new Error('A password is changed by who has signed in alone.')
      const userId = session.user.id
      if (session.user.isDemo) return { problem: 'DEMO_ACCOUNT' }
      const limit = { key: `password ${userId}`, most: mostPerAccount }
      const retryAfterSeconds = countAttempt(accounts, [limit], { now: clock(), windowMs })
      if (retryAfterSeconds > 0) return { problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds }
      if (next === current) return { problem: 'PASSWORD_UNCHANGED' }
      try {
        const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
        const changed = await inTurn(() => auth.api.changePassword({ body, headers, returnHeaders: true }))
        notePasswordSeen(accounts, userId, false)
        forgetAttempts(accounts, [limit.key])
        return { problem: null, setCookies: changed.headers.getSetCookie() }
      } catch (error) {
        return { problem: toAccountProblem(error) }
      }
    },
  }
}
