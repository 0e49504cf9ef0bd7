import { z } from 'zod'

/** What a person may be here. */
export const roleSchema = z.enum(['advisor', 'data_scientist', 'administrator'])
export type Role = z.infer<typeof roleSchema>

/** What a caller may do. A token holds some of these; a person those of their role. */
export const scopeSchema = z.enum([
  /** Score, explain, compare, search, list. */
  'clients:read',
  /** Try changes of an application, have some suggested. */
  'clients:simulate',
  /** What the model is, and how far the data have drifted from it. */
  'model:read',
  /** The log of what was shown. */
  'audit:read',
  /** Record what a person decided. */
  'decisions:write',
  /** Make, change and disable accounts and tokens. No token holds it. */
  'accounts:manage',
])
export type Scope = z.infer<typeof scopeSchema>

/** What a token may be made with. */
export const tokenScopes = scopeSchema.exclude(['accounts:manage']).options
export const tokenScopeSchema = z.enum(tokenScopes)

const advisorScopes: readonly Scope[] = ['clients:read', 'clients:simulate', 'model:read', 'decisions:write']

/** What each role may do. */
export const scopesOfRole: Record<Role, ReadonlySet<Scope>> = {
  advisor: new Set(advisorScopes),
  data_scientist: new Set(['clients:read', 'clients:simulate', 'model:read']),
  administrator: new Set([...advisorScopes, 'audit:read', 'accounts:manage']),
}

/** Where an answer leaves the service. */
export type Door = 'page' | 'rest' | 'mcp-http' | 'mcp-stdio' | 'conversation'

/** Who asks: a person who has signed in, a program with a token, or the user of this machine. */
export interface Caller {
  /** `user:ID`, `token:ID` or `local:NAME`: what the audit log calls them. */
  actor: string
  scopes: ReadonlySet<Scope>
  /** Whether their credentials are published: they reach made-up data alone. */
  isDemo: boolean
}
