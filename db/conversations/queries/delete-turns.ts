import { and, eq } from 'drizzle-orm'
import type { Conversations } from '../open-conversations.ts'
import { turns } from '../schema.ts'

export interface TurnsToDelete {
  actor: string
  clientId: number
  /** This turn alone; all of them unless given. */
  turnId?: string
}

/**
 * Deletes what a person asked about a client.
 *
 * @returns How many turns there were.
 */
export function deleteTurns({ orm }: Conversations, { actor, clientId, turnId }: TurnsToDelete): number {
  const isTurn = turnId === undefined ? undefined : eq(turns.turnId, turnId)
  const { changes } = orm
    .delete(turns)
    .where(and(eq(turns.actor, actor), eq(turns.clientId, clientId), isTurn))
    .run()
  return changes
}
