import type { IncomingMessage } from 'node:http'
import { isAllowedHost, isAllowedOrigin } from '#mcp-server/is-allowed-host.ts'

/**
 * The guard against DNS rebinding and against forms of other sites: a page of another site that a browser shows
 * must neither read clients from a server on the same machine nor send it anything.
 *
 * @param allowedHosts Host names, without port, under which the service is reached besides loopback.
 * @returns Why the request is turned away (403), or null when it may go on.
 */
export function guardHost(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  allowedHosts: readonly string[],
): string | null {
  if (!isAllowedHost(headers.host, allowedHosts)) {
    return `Host "${headers.host ?? ''}" is not served here. Add its name to ALLOWED_HOSTS and start again.`
  }
  const changesNothing = method === 'GET' || method === 'HEAD'
  if (!changesNothing && headers.origin !== undefined && !isAllowedOrigin(headers.origin, allowedHosts)) {
    return `Origin "${headers.origin}" may not call this server. Add its name to ALLOWED_HOSTS and start again.`
  }
  return null
}
