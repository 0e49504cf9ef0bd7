import type { ToolDefinition } from './tool-definition.ts'
import { scoreClientTool } from './tools/score-client.ts'
import { searchClientsTool } from './tools/search-clients.ts'

/** Every tool of the service, in the order in which assistants see them. */
export const allTools: readonly ToolDefinition[] = [scoreClientTool, searchClientsTool]
