import type { Role, Scope } from './caller.ts'

/** A person who has signed in. */
export interface Person {
  userId: string
  name: string
  email: string
  role: Role
  scopes: ReadonlySet<Scope>
  isDemo: boolean
  /** Someone else has seen their password: nothing else can be done before it is changed. */
  mustChangePassword: boolean
}

/** An account, as administrators see it. */
export interface ListedUser {
  userId: string
  name: string
  email: string
  role: Role
  isDisabled: boolean
  mustChangePassword: boolean
  isDemo: boolean
  createdAt: Date
  /** Open sessions. */
  sessions: number
}

/** A token of a program, as administrators see it: what it is was shown once. */
export interface ListedToken {
  tokenId: string
  name: string
  scopes: string[]
  /** Address of the account that made it. */
  madeBy: string
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  state: 'active' | 'expired' | 'revoked' | 'ownerDisabled'
  isDemo: boolean
}

/** Why an account could not be changed as asked. */
export type AccountProblem =
  /** Wrong address or password, or a disabled account: which of them is nobody's business. */
  | 'REFUSED'
  | 'TOO_MANY_ATTEMPTS'
  | 'WRONG_PASSWORD'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_UNCHANGED'
  | 'INVALID_EMAIL'
  | 'INVALID_NAME'
  | 'EMAIL_TAKEN'
  | 'UNKNOWN_USER'
  /** Administrators don't take their own rights away: someone must be left who can give them back. */
  | 'OWN_ACCOUNT'
  /** The published account of the demo is as it is. */
  | 'DEMO_ACCOUNT'
  | 'INVALID_SCOPES'
  | 'INVALID_EXPIRY'
  | 'UNKNOWN_TOKEN'
  /** The accounts can't be written now: the disk is full, or another process keeps them. */
  | 'UNAVAILABLE'

/** What came of a change: its answer, or the problem; `retryAfterSeconds` with TOO_MANY_ATTEMPTS. */
export type AccountOutcome<Done = object> =
  | ({ problem: null } & Done)
  | { problem: AccountProblem; retryAfterSeconds?: number }

/** Cookies to be set, as `Set-Cookie` headers. */
export interface WithCookies {
  setCookies: string[]
}

/** What pages ask of accounts. Every function that manages them makes sure itself that who asks may. */
export interface AccountDesk {
  /** The published sign-in of a demo; null where there is none. */
  demoSignIn(): { email: string; password: string } | null
  signIn(credentials: {
    email: string
    password: string
    /** Where the attempt comes from, for its limit. */
    address: string
  }): Promise<AccountOutcome<WithCookies>>
  /** Ends the session of these headers. */
  signOut(headers: Headers): Promise<WithCookies>
  /** Changes the password of who asks and ends all their other sessions. */
  changePassword(
    headers: Headers,
    passwords: { current: string; next: string },
  ): Promise<AccountOutcome<WithCookies>>
  listUsers(headers: Headers): Promise<ListedUser[]>
  /** Makes an account with a password that must be changed at its first use. */
  createUser(
    headers: Headers,
    user: { email: string; name: string; role: Role },
  ): Promise<AccountOutcome<{ oneTimePassword: string }>>
  setRole(headers: Headers, userId: string, role: Role): Promise<AccountOutcome>
  /** Ends an account's sessions and tokens, until it is enabled again. */
  disableUser(headers: Headers, userId: string): Promise<AccountOutcome>
  enableUser(headers: Headers, userId: string): Promise<AccountOutcome>
  /** Gives an account a password that must be changed at its first use, and ends its sessions. */
  resetPassword(headers: Headers, userId: string): Promise<AccountOutcome<{ oneTimePassword: string }>>
  listTokens(headers: Headers): Promise<ListedToken[]>
  /** @returns The token: it is shown this once. */
  createToken(
    headers: Headers,
    token: { name: string; scopes: string[]; expiresInDays: number | null },
  ): Promise<AccountOutcome<{ token: string }>>
  revokeToken(headers: Headers, tokenId: string): Promise<AccountOutcome>
}
