import type { Person } from '#core/contracts/accounts.ts'
import { roleSchema, scopesOfRole } from '#core/contracts/caller.ts'
import type { Auth } from './create-auth.ts'

export interface SignedIn {
  person: Person
  /** Cookies that prolong the session, when it is time. */
  setCookies: string[]
}

interface SessionReaderOptions {
  auth: Auth
  /** Whether this person may come in at this moment. */
  admits: (person: Person) => boolean
}

/** Reads who has signed in from a request's cookies. */
export function createSessionReader({ auth, admits }: SessionReaderOptions) {
  return async (headers: Headers): Promise<SignedIn | null> => {
    // Without any cookie there is nothing to look up.
    if (!headers.has('cookie')) return null
    const { response: session, headers: answered } = await auth.api.getSession({
      headers,
      returnHeaders: true,
    })
    if (!session) return null
    const { user } = session
    const role = roleSchema.parse(user.role)
    const person: Person = {
      userId: user.id,
      name: user.name,
      email: user.email,
      role,
      scopes: scopesOfRole[role],
      isDemo: user.isDemo === true,
      mustChangePassword: user.mustChangePassword === true,
    }
    return admits(person) ? { person, setCookies: answered.getSetCookie() } : null
  }
}
