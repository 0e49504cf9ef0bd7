import type { Scope } from '#core/contracts/caller.ts'

/**
 * The `WWW-Authenticate` header of a refusal (RFC 6750), with where the resource says what it takes (RFC 9728).
 *
 * @param resourceUrl The resource, such as `https://score.example/mcp`.
 * @param missingScope What the token lacks; none when there is no valid token at all.
 */
export function composeChallenge(resourceUrl: string, missingScope?: Scope): string {
  const { origin, pathname } = new URL(resourceUrl)
  const path = pathname === '/' ? '' : pathname
  const metadata = `resource_metadata="${origin}/.well-known/oauth-protected-resource${path}"`
  if (!missingScope) return `Bearer ${metadata}`
  return `Bearer error="insufficient_scope", scope="${missingScope}", ${metadata}`
}
