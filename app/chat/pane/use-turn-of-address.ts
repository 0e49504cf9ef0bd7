import { useLocation } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'
import type { Conversation } from './use-conversation.ts'

const hashStart = '#turn-'

/** Brings the turn that the address names into view, loading older ones until it is there. */
export function useTurnOfAddress(log: RefObject<HTMLElement>, conversation: Conversation): void {
  const { hash, key } = useLocation()
  const reached = useRef('')
  const { turns, hasOlderTurns, loadOlder } = conversation
  // biome-ignore lint/correctness/useExhaustiveDependencies: each load of older turns is another chance to find it
  useEffect(() => {
    if (!hash.startsWith(hashStart) || reached.current === key) return
    const turn = document.getElementById(hash.slice(1))
    if (turn && log.current?.contains(turn)) {
      reached.current = key
      log.current.scrollTop = turn.offsetTop - log.current.offsetTop
      turn.dataset.highlighted = ''
    } else if (hasOlderTurns) void loadOlder()
  }, [hash, key, turns])
}
