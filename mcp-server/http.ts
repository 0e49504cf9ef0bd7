import type { AuthInfo } from '@modelcontextprotocol/server'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import type { CallerAtDoor } from '#core/advisor/lend-to-caller.ts'
import type { Audit } from '#core/advisor/open-audit.ts'
import type { Caller } from '#core/contracts/caller.ts'
import { createServerFactory, type ServerFactoryOptions } from './create-server-factory.ts'
import { findRequiredScope } from './find-required-scope.ts'
import { type HttpDoorOptions, type McpHandler, serveOverHttp } from './serve-over-http.ts'

export interface McpHandlerOptions
  extends Omit<HttpDoorOptions, 'findRequiredScope'>,
    Pick<ServerFactoryOptions, 'onToolCall' | 'panelPage'> {
  audit: Audit
}

/** Opens `/mcp`: the product's operations over Streamable HTTP, in both eras of the protocol. */
export function createMcpHandler(
  advisors: AdvisorSource,
  { audit, onToolCall, panelPage, ...door }: McpHandlerOptions,
): Promise<McpHandler> {
  const identify = (authInfo: AuthInfo | undefined): CallerAtDoor => ({
    caller: authInfo?.extra?.caller as Caller,
    door: 'mcp-http',
    audit,
  })
  const { onUnexpected } = door
  const createServer = createServerFactory(advisors, {
    identify,
    ...(onUnexpected && { onUnexpected }),
    onToolCall,
    panelPage,
  })
  return serveOverHttp(createServer, { ...door, findRequiredScope })
}
