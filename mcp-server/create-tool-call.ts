import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { callTool } from './call-tool.ts'
import { getTool } from './get-tool.ts'
import type { Operation, OperationsOptions } from './operation.ts'

/** Makes the operation that calls a tool by its name. */
export function createToolCall(
  advisors: AdvisorSource,
  { onUnexpected, onToolCall, panelPage }: OperationsOptions,
): Operation {
  const hasPanels = panelPage !== undefined
  return async ({ name, arguments: given }, context) => {
    const tool = getTool(String(name))
    const outcome = await callTool(tool, advisors, given, { ...context, onUnexpected, hasPanels })
    onToolCall?.(tool.name, 'isError' in outcome ? 'refused' : 'answered')
    return outcome
  }
}
