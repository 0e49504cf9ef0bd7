import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { type CompletedArgument, completeArgument } from './complete-argument.ts'
import { createToolCall } from './create-tool-call.ts'
import { getPrompt } from './get-prompt.ts'
import { listPromptDefinitions } from './list-prompt-definitions.ts'
import { listResourceDefinitions, listResourceTemplateDefinitions } from './list-resource-definitions.ts'
import { listToolDefinitions } from './list-tool-definitions.ts'
import type { Operation, OperationsOptions } from './operation.ts'
import { findPanel, listPanelDefinitions } from './panel-resources.ts'
import { readResource } from './read-resource.ts'
import { toRefusal } from './refused-request.ts'

export type OperationName =
  | 'tools/list'
  | 'tools/call'
  | 'resources/list'
  | 'resources/templates/list'
  | 'resources/read'
  | 'prompts/list'
  | 'prompts/get'
  | 'completion/complete'

/**
 * All that the service answers over MCP, by method, independent of any SDK and the same in every version of the protocol.
 * A refusal is thrown as `RefusedRequest`.
 */
export function createOperations(
  advisors: AdvisorSource,
  options: OperationsOptions,
): Record<OperationName, Operation> {
  const { onUnexpected, panelPage } = options
  // Schemas are converted once, not for each request.
  const hasPanels = panelPage !== undefined
  const tools = listToolDefinitions({ hasPanels })
  const resources = [...listResourceDefinitions(), ...(hasPanels ? listPanelDefinitions() : [])]
  const resourceTemplates = listResourceTemplateDefinitions()
  const prompts = listPromptDefinitions()
  return {
    'tools/list': () => ({ tools }),
    'tools/call': createToolCall(advisors, options),
    'resources/list': () => ({ resources }),
    'resources/templates/list': () => ({ resourceTemplates }),
    'resources/read': ({ uri }, { calledBy }) =>
      findPanel(String(uri), panelPage) ?? readResource(advisors, String(uri), { calledBy, onUnexpected }),
    'prompts/list': () => ({ prompts }),
    'prompts/get': ({ name, arguments: given }) => {
      try {
        return getPrompt(String(name), given as Record<string, unknown> | undefined)
      } catch (error) {
        throw toRefusal(error, { what: 'The prompt', onUnexpected })
      }
    },
    'completion/complete': (params, { calledBy }) =>
      completeArgument(advisors, params as unknown as CompletedArgument, { calledBy, onUnexpected }),
  }
}
