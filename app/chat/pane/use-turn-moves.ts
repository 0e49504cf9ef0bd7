import { useEffect, useRef } from 'react'
import type { ClientProfile } from '#core/contracts/client-profile.ts'
import { composeTurn } from './compose-turn.ts'
import type { PaneTurn } from './conversation-state.ts'
import { findTurnMove } from './find-turn-move.ts'
import type { PlaceViewer } from './use-show-place.ts'

interface TurnMovesOptions {
  turns: PaneTurn[]
  runningKey: string | null
  profile: ClientProfile
  move: PlaceViewer['move']
}

/** Once a turn has ended as it should, the panels show what it answered. */
export function useTurnMoves({ turns, runningKey, profile, move }: TurnMovesOptions): void {
  const formerKey = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end of a turn moves them, nothing else
  useEffect(() => {
    const ended = runningKey === null ? turns.find(({ key }) => key === formerKey.current) : undefined
    formerKey.current = runningKey
    const content = ended && composeTurn(ended)
    if (content?.end?.reason !== 'done') return
    const found = findTurnMove(content.calls, profile)
    if (found) move(found.panel, found.changes)
  }, [runningKey])
}
