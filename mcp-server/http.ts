import type { AuthInfo } from '@modelcontextprotocol/server'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import type { CallerAtDoor } from '#core/advisor/lend-to-caller.ts'
import type { Audit } from '#core/advisor/open-audit.ts'
import type { Caller } from '#core/contracts/caller.ts'
import { createServerFactory, type ServerFactoryOptions } from './create-server-factory.ts'
import { createToolCall } from './create-tool-call.ts'
import { findRequiredScope } from './find-required-scope.ts'
import { type HttpDoorOptions, type McpHandler, serveOverHttp } from './serve-over-http.ts'

export interface McpHandlerOptions
  extends Omit<HttpDoorOptions, 'findRequiredScope' | 'answerPlainCall'>,
    Pick<ServerFactoryOptions, 'onToolCall' | 'panelPage'> {
  audit: Audit
}

/** Opens `/mcp`: the product's operations over Streamable HTTP, in both eras of the protocol. */
export function createMcpHandler(
  advisors: AdvisorSource,
  { audit, onToolCall, panelPage, ...door }: McpHandlerOptions,
): Promise<McpHandler> {
  const atDoor = (caller: Caller): CallerAtDoor => ({ caller, door: 'mcp-http', audit })
  const { onUnexpected = (error: unknown) => console.error(error) } = door
  const operations = { onUnexpected, onToolCall, panelPage }
  const identify = (authInfo: AuthInfo | undefined) => atDoor(authInfo?.extra?.caller as Caller)
  const createServer = createServerFactory(advisors, { identify, ...operations })
  const callTool = createToolCall(advisors, operations)
  return serveOverHttp(createServer, {
    ...door,
    findRequiredScope,
    answerPlainCall: async (params, caller, signal) =>
      callTool(params, { calledBy: atDoor(caller), onProgress: untold, signal }),
  })
}

/** Who asks to be told of progress says so in `_meta`, which no plain call has. */
function untold(): void {}
