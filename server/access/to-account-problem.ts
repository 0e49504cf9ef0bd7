import type { AccountProblem } from '#core/contracts/accounts.ts'

/** What better-auth refuses with, in our words; anything else is a fault of ours. */
const problemOfCode: Record<string, AccountProblem> = {
  INVALID_EMAIL_OR_PASSWORD: 'REFUSED',
  BANNED_USER: 'REFUSED',
  INVALID_PASSWORD: 'WRONG_PASSWORD',
  PASSWORD_TOO_SHORT: 'PASSWORD_TOO_SHORT',
  PASSWORD_TOO_LONG: 'PASSWORD_TOO_LONG',
  INVALID_EMAIL: 'INVALID_EMAIL',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'EMAIL_TAKEN',
  USER_NOT_FOUND: 'UNKNOWN_USER',
  YOU_CANNOT_BAN_YOURSELF: 'OWN_ACCOUNT',
}

/**
 * The problem that an error of better-auth stands for.
 *
 * @throws the error itself when it stands for none that a person can mend.
 */
export function toAccountProblem(error: unknown): AccountProblem {
  const code = (error as { body?: { code?: string } }).body?.code
  const problem = code && Object.hasOwn(problemOfCode, code) ? problemOfCode[code] : undefined
  if (problem) return problem
  throw error
}
