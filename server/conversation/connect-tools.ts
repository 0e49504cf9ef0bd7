import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import type { Audit } from '#core/advisor/open-audit.ts'
import type { Caller } from '#core/contracts/caller.ts'
import { type CreateServerOptions, createServer } from '#mcp-server/create-server.ts'

export interface ConnectToolsOptions extends Pick<CreateServerOptions, 'onUnexpected' | 'onToolCall'> {
  advisors: AdvisorSource
  audit: Audit
  /** The person who converses: what tools show them is kept under their name. */
  caller: Caller
}

/** An MCP client of the product's own server, in this process. Close it when the turn has ended. */
export async function connectTools({
  advisors,
  audit,
  caller,
  ...rest
}: ConnectToolsOptions): Promise<Client> {
  const server = createServer(advisors, {
    ...rest,
    identify: () => ({ caller, door: 'conversation', audit }),
  })
  const client = new Client({ name: 'conversation', version: '1' })
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await server.connect(theirs)
  await client.connect(ours)
  return client
}
