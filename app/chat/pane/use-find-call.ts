import { useMemo } from 'react'
import { composeTurn, type ToolCall } from './compose-turn.ts'
import type { PaneTurn } from './conversation-state.ts'

/** Finds a call of any turn that is shown by its id. */
export function useFindCall(turns: PaneTurn[]): (callId: string) => ToolCall | null {
  return useMemo(() => {
    const calls = new Map(turns.flatMap((turn) => composeTurn(turn).calls).map((call) => [call.callId, call]))
    return (callId) => calls.get(callId) ?? null
  }, [turns])
}
