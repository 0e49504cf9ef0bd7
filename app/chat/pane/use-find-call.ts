import { useMemo, useRef } from 'react'
import { composeTurn, type ToolCall } from './compose-turn.ts'
import type { PaneTurn } from './conversation-state.ts'

/**
 * Finds a call of any turn that is shown by its id. The function stays the same as turns are added: what is drawn from
 * one turn needs no drawing again for another.
 */
export function useFindCall(turns: PaneTurn[]): (callId: string) => ToolCall | null {
  const latest = useRef(turns)
  latest.current = turns
  return useMemo(() => {
    let known = { turns: [] as PaneTurn[], calls: new Map<string, ToolCall>() }
    return (callId) => {
      if (known.turns !== latest.current) {
        const calls = latest.current.flatMap((turn) => composeTurn(turn).calls)
        known = { turns: latest.current, calls: new Map(calls.map((call) => [call.callId, call])) }
      }
      return known.calls.get(callId) ?? null
    }
  }, [])
}
