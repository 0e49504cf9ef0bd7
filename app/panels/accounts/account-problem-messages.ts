import type { AccountProblem } from '#core/contracts/accounts.ts'
import type { Messages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'

/** A problem of a form, as its page shows it; INVALID for a value that the form does not offer. */
export interface FormProblem {
  problem: AccountProblem | 'INVALID'
  retryAfterSeconds?: number | undefined
}

const messages: Record<FormProblem['problem'], MessageKey> = {
  REFUSED: 'account.problem.refused',
  TOO_MANY_ATTEMPTS: 'account.problem.tooMany',
  WRONG_PASSWORD: 'account.problem.wrongPassword',
  PASSWORD_TOO_SHORT: 'account.problem.tooShort',
  PASSWORD_TOO_LONG: 'account.problem.tooLong',
  PASSWORD_UNCHANGED: 'account.problem.unchanged',
  INVALID_EMAIL: 'account.problem.email',
  INVALID_NAME: 'account.problem.name',
  EMAIL_TAKEN: 'account.problem.taken',
  UNKNOWN_USER: 'account.problem.unknownUser',
  OWN_ACCOUNT: 'account.problem.own',
  DEMO_ACCOUNT: 'account.problem.demo',
  INVALID_SCOPES: 'account.problem.scopes',
  INVALID_EXPIRY: 'account.problem.expiry',
  UNKNOWN_TOKEN: 'account.problem.unknownToken',
  UNAVAILABLE: 'account.problem.unavailable',
  INVALID: 'account.problem.invalid',
}

/** What the password rules are, for who is told of them. */
export const passwordLength = { min: 12, max: 128 }

/** A problem in words. */
export function sayProblem({ t }: Messages, { problem, retryAfterSeconds = 0 }: FormProblem): string {
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60))
  return t(messages[problem], { minutes, ...passwordLength })
}
