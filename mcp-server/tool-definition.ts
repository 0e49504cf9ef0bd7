import type { z } from 'zod'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import type { Scope } from '#core/contracts/caller.ts'
import type { ToolPanel } from '#core/contracts/tool-panel.ts'

export interface ToolAnnotations {
  readOnlyHint: boolean
  destructiveHint: boolean
  idempotentHint: boolean
  openWorldHint: boolean
}

/** Every tool so far only reads the store and the model. */
export const readOnlyAnnotations: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
}

/** What a long answer tells and hears while it is computed. */
export interface ToolRun {
  /** Told how far it is. */
  onProgress: (done: number, total: number) => void
  /** Aborted when nobody waits any more. */
  signal: AbortSignal
}

/**
 * One tool, independent of any protocol version or SDK: an adapter turns it into what its protocol wants.
 * `answer` computes the structured content, `describe` says the same in one or two sentences.
 */
export interface ToolDefinition<
  Input extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodObject = z.ZodObject,
> {
  name: string
  title: string
  description: string
  inputSchema: Input
  outputSchema: Answer
  annotations: ToolAnnotations
  /** What a caller must be allowed to do. */
  scope: Scope
  /** What a host that shows panels (MCP Apps) draws the answer with. */
  panel?: ToolPanel
  answer(advisor: AdvisorContext, input: z.output<Input>, run: ToolRun): Promise<z.output<Answer>>
  describe(answer: z.output<Answer>, input: z.output<Input>): string
}

/** Keeps a tool's own types while it is written; the list of tools then holds them all alike. */
export function defineTool<Input extends z.ZodObject, Answer extends z.ZodObject>(
  definition: ToolDefinition<Input, Answer>,
): ToolDefinition {
  return definition as unknown as ToolDefinition
}
