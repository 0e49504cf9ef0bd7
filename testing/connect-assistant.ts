import {
  Client as ClientOf2026,
  StreamableHTTPClientTransport as HttpOf2026,
} from '@modelcontextprotocol/client'
import { StdioClientTransport as StdioOf2026 } from '@modelcontextprotocol/client/stdio'
import { Client as ClientOf2025 } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as StdioOf2025 } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport as HttpOf2025 } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

/** The newest version of each of the protocol's eras. */
export const protocolVersions = ['2025-11-25', '2026-07-28'] as const
export type ProtocolVersion = (typeof protocolVersions)[number]

/** Where the server is: an address with its token, or a program to start. */
export type ServerPlace =
  | { url: URL; token: string }
  | { command: string; args: string[]; env: Record<string, string> }

export interface CallOptions {
  onprogress?: (progress: { progress: number; total?: number | undefined }) => void
  signal?: AbortSignal
}

export interface CallAnswer {
  content: { type: string; text?: string }[]
  structuredContent?: Record<string, unknown>
  isError?: boolean
}

/** What an assistant does over MCP, by the SDK's own client of one era. */
export interface Assistant {
  protocolVersion: string | undefined
  /** The server's own words on what it is. */
  server: { name: string; version: string } | undefined
  client: Pick<
    ClientOf2025,
    | 'listTools'
    | 'listResources'
    | 'listResourceTemplates'
    | 'readResource'
    | 'listPrompts'
    | 'getPrompt'
    | 'complete'
  >
  callTool(name: string, args: object, options?: CallOptions): Promise<CallAnswer>
  close(): Promise<void>
}

const identity = { name: 'test', version: '1.0.0' }

/** Connects the client of the SDK's major that speaks the version natively. */
export function connectAssistant(version: ProtocolVersion, place: ServerPlace): Promise<Assistant> {
  return version === '2025-11-25' ? connectOf2025(place) : connectOf2026(place)
}

async function connectOf2025(place: ServerPlace): Promise<Assistant> {
  const client = new ClientOf2025(identity)
  let protocolVersion: string | undefined
  const transport =
    'url' in place
      ? new HttpOf2025(place.url, { requestInit: authorize(place.token) })
      : new StdioOf2025(place)
  const keep = 'setProtocolVersion' in transport ? transport.setProtocolVersion.bind(transport) : undefined
  const noting = Object.assign(transport, {
    setProtocolVersion: (negotiated: string) => {
      protocolVersion = negotiated
      keep?.(negotiated)
    },
  })
  await client.connect(noting)
  return {
    protocolVersion,
    server: client.getServerVersion(),
    client,
    callTool: async (name, args, options) =>
      (await client.callTool({ name, arguments: { ...args } }, undefined, options)) as unknown as CallAnswer,
    close: () => client.close(),
  }
}

async function connectOf2026(place: ServerPlace): Promise<Assistant> {
  const client = new ClientOf2026(identity, { versionNegotiation: { mode: { pin: '2026-07-28' } } })
  await client.connect(
    'url' in place
      ? new HttpOf2026(place.url, { requestInit: authorize(place.token) })
      : new StdioOf2026(place),
  )
  return {
    protocolVersion: client.getNegotiatedProtocolVersion(),
    server: client.getServerVersion(),
    client: client as unknown as Assistant['client'],
    callTool: async (name, args, options) =>
      (await client.callTool({ name, arguments: { ...args } }, options)) as unknown as CallAnswer,
    close: () => client.close(),
  }
}

const authorize = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
