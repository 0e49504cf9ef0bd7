import { type Caller, scopeSchema } from '#core/contracts/caller.ts'
import type { Accounts } from '#db/accounts/open-accounts.ts'
import { findApiToken } from '#db/accounts/queries/find-api-token.ts'
import { noteApiTokenUsed } from '#db/accounts/queries/note-api-token-used.ts'
import { readChangeCounter } from '#db/accounts/read-change-counter.ts'
import { hashToken, tokenPrefix } from './create-token.ts'

interface TokenReaderOptions {
  accounts: Accounts
  /** Whether this caller may come in at this moment. */
  admits: (caller: Caller) => boolean
  clock: () => Date
  onUnexpected: (error: unknown) => void
}

interface KnownToken {
  caller: Caller
  tokenId: string
  expiresAt: number
  usedAt: number
}

const longestToken = 200
const noteEveryMs = 60_000

/**
 * Reads who calls from an `Authorization` header. What was read is kept until the accounts change, in this process
 * or another, so that a call costs a hash and SQLite's change counter.
 */
export function createTokenReader({ accounts, admits, clock, onUnexpected }: TokenReaderOptions) {
  const known = new Map<string, KnownToken>()
  let readAt = -1

  const find = (tokenSha256: string): KnownToken | null => {
    const changes = readChangeCounter(accounts)
    if (changes !== readAt) known.clear()
    readAt = changes
    const kept = known.get(tokenSha256)
    if (kept) return kept
    const found = findApiToken(accounts, tokenSha256)
    if (!found) return null
    const token = {
      caller: {
        actor: `token:${found.tokenId}`,
        scopes: new Set(scopeSchema.array().parse(found.scopes)),
        isDemo: found.isDemo,
      },
      tokenId: found.tokenId,
      expiresAt: found.expiresAt ?? Number.POSITIVE_INFINITY,
      usedAt: found.lastUsedAt,
    }
    known.set(tokenSha256, token)
    return token
  }

  const noteUse = (tokenId: string, now: Date) => {
    try {
      noteApiTokenUsed(accounts, tokenId, now)
    } catch (error) {
      // When a token was last used is for convenience: a full disk must not keep the caller out.
      onUnexpected(error)
    }
  }

  return (authorization: string | undefined): Caller | null => {
    const token = parseBearer(authorization)
    if (!token) return null
    const found = find(hashToken(token))
    const now = clock()
    if (!found || found.expiresAt <= now.getTime() || !admits(found.caller)) return null
    if (now.getTime() - found.usedAt >= noteEveryMs) {
      found.usedAt = now.getTime()
      noteUse(found.tokenId, now)
    }
    return found.caller
  }
}

function parseBearer(authorization: string | undefined): string | null {
  if (!authorization || authorization.length > longestToken) return null
  const [scheme, token] = authorization.split(' ', 2)
  return scheme?.toLowerCase() === 'bearer' && token?.startsWith(tokenPrefix) ? token : null
}
