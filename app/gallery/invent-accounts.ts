import type { AuditEntryView, AuditList, ListedAuditEntry } from '#core/contracts/audit.ts'
import { tokenScopes } from '#core/contracts/caller.ts'
import type { ActorNames } from '../audit/actor-names.ts'
import type { ShownToken } from '../panels/accounts/token-table.tsx'
import type { ShownUser } from '../panels/accounts/user-table.tsx'

const createdAt = '2026-11-24T08:30:00Z'

function inventUser(user: Partial<ShownUser> & Pick<ShownUser, 'userId' | 'name' | 'email'>): ShownUser {
  return {
    role: 'advisor',
    isDisabled: false,
    mustChangePassword: false,
    isDemo: false,
    createdAt,
    sessions: 1,
    ...user,
  }
}

/** Accounts in every state that they can be in. */
export const inventedUsers: ShownUser[] = [
  inventUser({
    userId: 'u1',
    name: 'Aïcha Benali',
    email: 'aicha.benali@bank.example',
    role: 'administrator',
    sessions: 2,
  }),
  inventUser({ userId: 'u2', name: 'Camille Durand', email: 'demo@demo.example', isDemo: true }),
  inventUser({
    userId: 'u3',
    name: 'Jean-Baptiste de La Fontaine-Martin',
    email: 'jean-baptiste.de-la-fontaine-martin@agence-centrale.bank.example',
    sessions: 0,
    mustChangePassword: true,
  }),
  inventUser({
    userId: 'u4',
    name: 'Sofia Rossi',
    email: 'sofia.rossi@bank.example',
    role: 'data_scientist',
    isDisabled: true,
    sessions: 0,
  }),
]

function inventToken(token: Partial<ShownToken> & Pick<ShownToken, 'tokenId' | 'name'>): ShownToken {
  return {
    scopes: ['clients:read'],
    madeBy: 'aicha.benali@bank.example',
    createdAt,
    expiresAt: '2027-02-22T08:30:00Z',
    lastUsedAt: null,
    state: 'active',
    isDemo: false,
    ...token,
  }
}

/** Tokens in every state that they can be in. */
export const inventedTokens: ShownToken[] = [
  inventToken({ tokenId: 't1', name: 'Tableau de bord des agences', lastUsedAt: '2026-11-25T07:12:00Z' }),
  inventToken({ tokenId: 't2', name: 'Assistant', scopes: [...tokenScopes], expiresAt: null }),
  inventToken({ tokenId: 't3', name: 'Demo', isDemo: true, expiresAt: null }),
  inventToken({ tokenId: 't4', name: 'Essai', state: 'expired', expiresAt: '2026-11-20T08:30:00Z' }),
  inventToken({ tokenId: 't5', name: 'Ancien', state: 'revoked' }),
  inventToken({ tokenId: 't6', name: 'De Sofia', state: 'ownerDisabled' }),
]

export const inventedNames: ActorNames = {
  people: Object.fromEntries(inventedUsers.map(({ userId, name }) => [`user:${userId}`, name])),
  tokens: Object.fromEntries(inventedTokens.map(({ tokenId, name }) => [`token:${tokenId}`, name])),
}

const shown: Pick<ListedAuditEntry, 'actor' | 'door' | 'kind' | 'clientId'>[] = [
  { actor: 'user:u3', door: 'page', kind: 'file', clientId: 100_001 },
  { actor: 'user:u3', door: 'page', kind: 'simulation', clientId: 100_001 },
  { actor: 'token:t1', door: 'rest', kind: 'score', clientId: 100_042 },
  { actor: 'token:t2', door: 'mcp-http', kind: 'comparison', clientId: 356_255 },
  { actor: 'local:ana', door: 'mcp-stdio', kind: 'explanation', clientId: 100_007 },
  { actor: 'user:u2', door: 'conversation', kind: 'suggestions', clientId: 100_001 },
  { actor: 'user:gone', door: 'page', kind: 'list', clientId: null },
  { actor: 'user:u1', door: 'page', kind: 'entry', clientId: 100_001 },
]

/** A page from the middle of a long log. */
export const inventedLog: AuditList = {
  entries: shown.map((entry, i) => ({
    ...entry,
    entryId: 300_512 - i,
    recordedAt: new Date(Date.UTC(2026, 10, 25, 9, 41, 12 - i)).toISOString(),
    modelVersion: 'lgbm-demo-20000-s7-7edd0e43',
  })),
  hasNewer: true,
  hasOlder: true,
  count: 10_000,
  isMore: true,
}

const sha256 = (digit: string) => digit.repeat(64)

/** An entry of the log with an answer that holds a decision. */
export function inventEntry(isAsWritten: boolean): AuditEntryView {
  return {
    ...(inventedLog.entries[2] as ListedAuditEntry),
    bundleSha256: sha256('b'),
    modelSha256: sha256('c'),
    dataVersion: 'demo-20000-s7',
    featuresSha256: sha256('d'),
    previousHash: sha256('e'),
    entryHash: sha256('f'),
    input: '{"clientId":100042,"language":"fr"}',
    answer: '{"clientId":100042,"advice":"grant","probabilityOfRepayment":1}',
    isAsWritten,
    lastEntryId: 300_512,
  }
}
