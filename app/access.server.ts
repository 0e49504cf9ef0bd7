import { data } from '@remix-run/node'
import type { AccountDesk, AccountProblem, Person } from '#core/contracts/accounts.ts'
import type { Scope } from '#core/contracts/caller.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    access: AccountDesk
    /** Who has signed in; null on the pages that strangers see. */
    person: Person | null
    /** Where the request comes from, for limits. */
    clientAddress: string
  }
}

interface AccessContext {
  person: Person | null
}

/** Data of a thrown answer when the person may not do what they ask for. */
export const forbidden = 'FORBIDDEN'

/**
 * The person who has signed in.
 *
 * @throws the page of an error when nobody has: the server lets no stranger come this far.
 */
export function requirePerson({ person }: AccessContext): Person {
  if (person) return person
  throw data({ code: forbidden }, { status: 403 })
}

/**
 * The person, who may do what the scope names.
 *
 * @throws the page that says that it is not in their rights.
 */
export function requireScope(context: AccessContext, scope: Scope): Person {
  const person = requirePerson(context)
  if (person.scopes.has(scope)) return person
  throw data({ code: forbidden }, { status: 403 })
}

/**
 * The fields of a submitted form as text; a file, or a field that is missing, is empty.
 *
 * @throws the page of an error when it is no form.
 */
export async function readForm(request: Request): Promise<(name: string) => string> {
  const form = await request.formData().catch(() => null)
  if (!form) throw data(null, { status: 400 })
  return (name) => {
    const field = form.get(name)
    return typeof field === 'string' ? field : ''
  }
}

/** The HTTP status of what came of a form. */
export function statusOf({ problem }: { problem: AccountProblem | 'INVALID' | null }): number {
  if (problem === null) return 200
  if (problem === 'TOO_MANY_ATTEMPTS') return 429
  return problem === 'UNAVAILABLE' ? 503 : 400
}

/** Headers that set cookies. */
export function withCookies(setCookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie)
  return headers
}
