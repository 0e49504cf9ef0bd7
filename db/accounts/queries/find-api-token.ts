import { keepPerAccounts } from '../keep-per-accounts.ts'
import type { Accounts } from '../open-accounts.ts'

export interface FoundApiToken {
  tokenId: string
  scopes: string[]
  /** Milliseconds since 1970; null: it does not expire. */
  expiresAt: number | null
  /** Milliseconds since 1970, within a minute; 0: never. */
  lastUsedAt: number
  isDemo: boolean
}

interface TokenRow {
  tokenId: string
  scopes: string
  expiresAt: number | null
  lastUsedAt: number
  isDemo: number
}

/** The token with this hash, unless it was revoked or the account of who made it is disabled. It may have expired. */
export function findApiToken(accounts: Accounts, tokenSha256: string): FoundApiToken | null {
  // Raw SQL on the connection that only reads: every call of a program begins here.
  const find = keepPerAccounts(accounts, 'find-api-token', () =>
    accounts.reader.prepare<[string], TokenRow>(
      `select token_id as tokenId, scopes, expires_at as expiresAt, coalesce(last_used_at, 0) as lastUsedAt, api_tokens.is_demo as isDemo
       from api_tokens join user on user.id = user_id
       where token_sha256 = ? and revoked_at is null and not banned`,
    ),
  )
  const row = find.get(tokenSha256)
  return row ? { ...row, scopes: JSON.parse(row.scopes), isDemo: row.isDemo === 1 } : null
}
