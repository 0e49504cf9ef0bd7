import type { Request, Response } from 'express'
import { tokenScopes } from '#core/contracts/caller.ts'

const wellKnown = '/.well-known/oauth-protected-resource'

/** Where each protected resource says what it takes (RFC 9728): the whole service, MCP and REST. */
export const resourceMetadataPaths = [wellKnown, `${wellKnown}/mcp`, `${wellKnown}/api/v1`]

/**
 * Answers with the metadata of a protected resource. Tokens are made by administrators: there is no authorisation
 * server to name, so none is named.
 */
export function sendResourceMetadata(request: Request, response: Response): void {
  const origin = `${request.protocol}://${request.headers.host}`
  response.set('Cache-Control', 'public, max-age=3600').json({
    resource: origin + request.path.slice(wellKnown.length),
    resource_name: 'Prêt à dépenser: credit advisor',
    scopes_supported: tokenScopes,
    bearer_methods_supported: ['header'],
    resource_documentation: `${origin}/admin/tokens`,
  })
}
