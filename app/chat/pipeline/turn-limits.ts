/** What one turn may take. */
export interface TurnLimits {
  /** Of the whole turn, milliseconds. */
  totalMs: number
  /** Without a sign of life from the model, milliseconds. */
  silenceMs: number
  /** Read and written by the model in all steps together. */
  tokens: number
  /** Written in one step. */
  outputTokens: number
  /** Rounds of tool calls, the answer included. */
  steps: number
}

export const defaultLimits: TurnLimits = {
  totalMs: 90_000,
  silenceMs: 45_000,
  tokens: 120_000,
  outputTokens: 2_000,
  steps: 8,
}
