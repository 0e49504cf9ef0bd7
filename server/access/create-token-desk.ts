import { randomUUID } from 'node:crypto'
import type { AccountDesk, ListedToken } from '#core/contracts/accounts.ts'
import { tokenScopeSchema } from '#core/contracts/caller.ts'
import { createApiToken } from '#db/accounts/queries/create-api-token.ts'
import { listApiTokens } from '#db/accounts/queries/list-api-tokens.ts'
import { revokeApiToken } from '#db/accounts/queries/revoke-api-token.ts'
import { createToken, hashToken } from './create-token.ts'
import type { DeskOptions } from './desk-options.ts'
import { requireAdministrator } from './require-administrator.ts'

type TokenDesk = Pick<AccountDesk, 'listTokens' | 'createToken' | 'revokeToken'>

const longestName = 100
const mostDays = 365
const dayMs = 24 * 60 * 60_000

/** The tokens of programs, for administrators. */
export function createTokenDesk(options: DeskOptions): TokenDesk {
  const { accounts, clock } = options
  return {
    async listTokens(headers) {
      await requireAdministrator(options, headers)
      return listApiTokens(accounts).map(({ isOwnerDisabled, revokedAt, userId: _, ...token }) => ({
        ...token,
        state: assessState({ ...token, isOwnerDisabled, revokedAt }, clock()),
      }))
    },
    async createToken(headers, { name, scopes, expiresInDays }) {
      const userId = await requireAdministrator(options, headers)
      const trimmed = name.trim()
      if (trimmed === '' || trimmed.length > longestName) return { problem: 'INVALID_NAME' }
      const granted = tokenScopeSchema
        .array()
        .min(1)
        .safeParse([...new Set(scopes)])
      if (!granted.success) return { problem: 'INVALID_SCOPES' }
      if (expiresInDays !== null && !isExpiry(expiresInDays)) return { problem: 'INVALID_EXPIRY' }
      const token = createToken()
      const now = clock()
      createApiToken(accounts, {
        tokenId: randomUUID(),
        name: trimmed,
        tokenSha256: hashToken(token),
        scopes: granted.data,
        userId,
        createdAt: now,
        expiresAt: expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * dayMs),
      })
      return { problem: null, token }
    },
    async revokeToken(headers, tokenId) {
      await requireAdministrator(options, headers)
      return revokeApiToken(accounts, tokenId, clock()) ? { problem: null } : { problem: 'UNKNOWN_TOKEN' }
    },
  }
}

function isExpiry(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= mostDays
}

function assessState(
  token: { isOwnerDisabled: boolean; revokedAt: Date | null; expiresAt: Date | null },
  now: Date,
): ListedToken['state'] {
  if (token.revokedAt) return 'revoked'
  if (token.expiresAt && token.expiresAt <= now) return 'expired'
  return token.isOwnerDisabled ? 'ownerDisabled' : 'active'
}
