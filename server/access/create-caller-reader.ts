import type { IncomingMessage } from 'node:http'
import type { Person } from '#core/contracts/accounts.ts'
import type { Caller } from '#core/contracts/caller.ts'
import { isOwnOrigin } from './is-own-origin.ts'
import type { Access } from './open-access.ts'
import { toWebHeaders } from './to-web-headers.ts'

type CallerReader = (
  request: Pick<IncomingMessage, 'method' | 'headers'>,
) => Caller | null | Promise<Caller | null>

interface CallerReaderOptions {
  access: Pick<Access, 'identifyToken' | 'identifySession'>
  allowedHosts: readonly string[]
}

/**
 * Reads who calls a door for programs: by a token, at once, or by a session. What a session signs must come from a page
 * of ours, unless it only reads: another site can have a browser send it, but not read the answer.
 */
export function createCallerReader({ access, allowedHosts }: CallerReaderOptions): CallerReader {
  return ({ method, headers }) => {
    if (headers.authorization !== undefined) return access.identifyToken(headers.authorization)
    if (headers.cookie === undefined) return null
    const readsOnly = method === 'GET' || method === 'HEAD'
    if (!readsOnly && !isOwnOrigin(headers, allowedHosts)) return null
    return access
      .identifySession(toWebHeaders(headers))
      .then((signedIn) =>
        signedIn && !signedIn.person.mustChangePassword ? toCaller(signedIn.person) : null,
      )
  }
}

/** A person as the log and the doors know them. */
export function toCaller({ userId, scopes, isDemo }: Person): Caller {
  return { actor: `user:${userId}`, scopes, isDemo }
}
