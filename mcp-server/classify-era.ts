import type { IncomingHttpHeaders } from 'node:http'
import {
  classifyInboundRequest,
  PROTOCOL_VERSION_META_KEY,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/server'
import type { IncomingMessage } from './shared-http-transport.ts'

/** `handshake`: the protocol up to 2025-11-25. `stateless`: since 2026-07-28, or what must be refused in its way. */
export type Era = 'handshake' | 'stateless' | 'unknown'

/**
 * In which era of the protocol a request is to be answered: its body says so, and its headers must not contradict it.
 *
 * @returns `unknown` for a version before 2026-07-28 that is not spoken here.
 */
export function classifyEra(headers: IncomingHttpHeaders, body: IncomingMessage): Era {
  const version = headers['mcp-protocol-version'] as string | undefined
  const isKnown = version === undefined || SUPPORTED_PROTOCOL_VERSIONS.includes(version)
  // What claims nothing need not be held against its headers: that takes longer than the rest of the transport.
  if (isKnown && !claimsVersion(body)) return 'handshake'
  const { kind } = classifyInboundRequest({
    httpMethod: 'POST',
    body,
    ...(version !== undefined && { protocolVersionHeader: version }),
    ...nameHeader('mcpMethodHeader', headers['mcp-method']),
    ...nameHeader('mcpNameHeader', headers['mcp-name']),
  })
  if (kind !== 'legacy') return 'stateless'
  return isKnown ? 'handshake' : 'unknown'
}

function claimsVersion({ params }: IncomingMessage): boolean {
  const meta = params?._meta
  return typeof meta === 'object' && meta !== null && PROTOCOL_VERSION_META_KEY in meta
}

function nameHeader(name: 'mcpMethodHeader' | 'mcpNameHeader', value: string | string[] | undefined) {
  return typeof value === 'string' ? { [name]: value } : {}
}

/** Says which versions are spoken here. */
export function describeVersions(headers: IncomingHttpHeaders): string {
  const known = SUPPORTED_PROTOCOL_VERSIONS.join(', ')
  return `MCP-Protocol-Version "${headers['mcp-protocol-version']}" is not spoken here; these are: 2026-07-28, ${known}.`
}
