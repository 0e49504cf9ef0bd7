import type { ConversationView } from '../conversation.ts'
import { type ConversationState, isLocal, reduceConversation } from './conversation-state.ts'

const pauseMs = 150
/** A server that ends a turn at all does so within these. */
const mostReads = 20

/**
 * Waits until the server has kept a turn that was stopped.
 *
 * @param key of a turn of `state`.
 * @param read asks for the history; null where that fails.
 * @returns Whether it has; false once it has been asked for in vain for some three seconds.
 */
export async function untilKept(
  key: string,
  state: ConversationState,
  read: () => Promise<Pick<ConversationView, 'turns'> | null>,
): Promise<boolean> {
  for (let reads = 0; reads < mostReads; reads++) {
    const kept = await read()
    if (kept && holds(kept.turns)) return true
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return false

  function holds(turns: ConversationView['turns']): boolean {
    const known = reduceConversation({ ...state, runningKey: null }, { type: 'loaded', turns })
    const turn = known.turns.find((other) => other.key === key)
    return turn !== undefined && !isLocal(turn) && turns.some(({ turnId }) => turnId === turn.turnId)
  }
}
