import type { CallerAtDoor } from '#core/advisor/lend-to-caller.ts'

export interface OperationsOptions {
  /** Hears of errors that are not in the catalogue. */
  onUnexpected: (error: unknown) => void
  /** Hears of each call of a tool. */
  onToolCall?: ((tool: string, outcome: 'answered' | 'refused') => void) | undefined
  /** The page of the panels that hosts show answers in (MCP Apps); none are offered without. */
  panelPage?: string | undefined
}

/** What the protocol's adapter knows of one request. */
export interface RequestContext {
  calledBy: CallerAtDoor
  /** Told how far a long call is. */
  onProgress: (done: number, total: number) => void
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal
}

/** What an operation answers: an object of JSON, as the protocol describes it. */
export type OperationResult = Record<string, unknown>

/** Answers requests of one method; its parameters have the shape that the protocol states. */
export type Operation = (
  params: Record<string, unknown>,
  context: RequestContext,
) => OperationResult | Promise<OperationResult>
