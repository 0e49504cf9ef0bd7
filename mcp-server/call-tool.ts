import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { type CallerAtDoor, lendToCaller } from '#core/advisor/lend-to-caller.ts'
import { parseInput } from '#core/advisor/parse-input.ts'
import { isAdvisorError } from '#core/contracts/advisor-error.ts'
import { describePanelScale } from './describe-panel-scale.ts'
import type { ToolDefinition } from './tool-definition.ts'

/** What a call gives back in every protocol version: text and structure with the same numbers, or an error. */
export type ToolOutcome =
  | {
      content: [{ type: 'text'; text: string }]
      structuredContent: Record<string, unknown>
      _meta?: Record<string, unknown>
    }
  | { content: [{ type: 'text'; text: string }]; isError: true }

export interface CallToolOptions {
  /** Who calls: what they are shown is kept under their name. */
  calledBy: CallerAtDoor
  onUnexpected: (error: unknown) => void
  /** Told how far a long call is. */
  onProgress: (done: number, total: number) => void
  /** Aborted when nobody waits for the answer any more: what can be broken off then ends with the signal's reason. */
  signal: AbortSignal
  /** Whether answers are told how a panel draws them. */
  hasPanels: boolean
}

/**
 * Calls a tool, on one advisor from beginning to end. Wrong input and catalogued errors come back as the tool's own
 * answer, in our words; anything else is logged through `onUnexpected` and answered without its details.
 *
 * @param given The arguments as they came.
 */
export async function callTool(
  tool: ToolDefinition,
  advisors: AdvisorSource,
  given: unknown,
  { calledBy, onUnexpected, onProgress, signal, hasPanels }: CallToolOptions,
): Promise<ToolOutcome> {
  if (!calledBy.caller.scopes.has(tool.scope)) {
    return failure(
      `INSUFFICIENT_SCOPE: ${tool.name} takes the scope ${tool.scope}. Ask who gave you the token for one that has it.`,
    )
  }
  try {
    const input = parseInput(tool.inputSchema, given ?? {})
    const lent = lendToCaller(advisors, calledBy)
    return await lent.use(async (advisor) => {
      const answer = await tool.answer(advisor, input, { onProgress, signal })
      return {
        content: [{ type: 'text', text: tool.describe(answer, input) }],
        structuredContent: answer,
        ...(hasPanels && tool.panel && { _meta: describePanelScale(advisor, input) }),
      }
    })
  } catch (error) {
    if (isAdvisorError(error)) return failure(`${error.code}: ${error.message}`)
    if (!signal.aborted) onUnexpected(error)
    return failure(
      `INTERNAL: ${tool.name} failed unexpectedly. Try again; if it persists, tell who runs the service.`,
    )
  }
}

function failure(text: string): ToolOutcome {
  return { content: [{ type: 'text', text }], isError: true }
}
