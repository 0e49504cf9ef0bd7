import { allTools } from './all-tools.ts'
import { RefusedRequest, rpcCodes } from './refused-request.ts'
import type { ToolDefinition } from './tool-definition.ts'

/**
 * The tool of this name.
 *
 * @throws RefusedRequest that names those that there are.
 */
export function getTool(name: string): ToolDefinition {
  const tool = allTools.find((each) => each.name === name)
  if (tool) return tool
  const known = allTools.map((each) => each.name).join(', ')
  throw new RefusedRequest(
    rpcCodes.invalidParams,
    `UNKNOWN_TOOL: There is no tool "${name.slice(0, 60)}". Expected one of: ${known}. Correct the name.`,
  )
}
