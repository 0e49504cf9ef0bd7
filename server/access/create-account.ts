import { z } from 'zod'
import { type Role, roleSchema } from '#core/contracts/caller.ts'
import { type Accounts, openAccounts } from '#db/accounts/open-accounts.ts'
import { findUserByEmail, type StoredUser } from '#db/accounts/queries/find-user.ts'
import { replacePassword } from '#db/accounts/queries/replace-password.ts'
import { DataError } from '#db/data-error.ts'
import { createAuth } from './create-auth.ts'
import { createOneTimePassword } from './create-one-time-password.ts'

export interface CreateAccountOptions {
  email?: string | undefined
  role?: string | undefined
  /** The part of the address before the @ unless given. */
  name?: string | undefined
  /** Gives an account that exists a new password, and the role if one is given; it is enabled again. */
  reset?: boolean | undefined
}

export interface CreatedAccount {
  email: string
  role: Role
  oneTimePassword: string
  isNew: boolean
}

/**
 * Makes an account from the machine that the service runs on, where nobody has signed in yet, or lets someone back
 * in who lost their password.
 *
 * @throws DataError INVALID_ARGUMENT that says what was found, what is expected and what to do.
 */
export async function createAccount(dataDir: string, options: CreateAccountOptions): Promise<CreatedAccount> {
  const email = z.email().safeParse(options.email?.trim().toLowerCase())
  if (!email.success)
    throw invalid(`--email is ${options.email ?? 'missing'}; an e-mail address is expected.`)
  const accounts = openAccounts(dataDir)
  try {
    const known = findUserByEmail(accounts, email.data)
    if (known && !options.reset) {
      throw invalid(`${email.data} has an account already. Give it a new password with --reset.`)
    }
    if (!known && options.reset) throw invalid(`${email.data} has no account. Make one without --reset.`)
    const role = known && options.role === undefined ? known.role : parseRole(options.role)
    const oneTimePassword = createOneTimePassword()
    const name = options.name?.trim() || known?.name || (email.data.split('@')[0] as string)
    await write(accounts, known, { email: email.data, name, role, password: oneTimePassword })
    return { email: email.data, role, oneTimePassword, isNew: !known }
  } finally {
    accounts.close()
  }
}

async function write(
  accounts: Accounts,
  known: StoredUser | null,
  user: { email: string; name: string; role: Role; password: string },
): Promise<void> {
  // Nothing is signed here: no cookie leaves this process.
  const auth = createAuth(accounts, { secret: createOneTimePassword().repeat(2), cookieSecure: false })
  if (!known) {
    await auth.api.createUser({ body: { ...user, data: { mustChangePassword: true } } })
    return
  }
  const { password } = await auth.$context
  replacePassword(accounts, known.id, { ...user, passwordHash: await password.hash(user.password) })
}

function parseRole(role: string | undefined): Role {
  const parsed = roleSchema.safeParse(role)
  if (parsed.success) return parsed.data
  throw invalid(`--role is ${role ?? 'missing'}; one of ${roleSchema.options.join(', ')} is expected.`)
}

function invalid(message: string): DataError {
  return new DataError('INVALID_ARGUMENT', message)
}
