import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Conversations } from '../open-conversations.ts'
import { turns } from '../schema.ts'

export interface TurnsOfClient {
  actor: string
  clientId: number
  /** Only turns older than this one. */
  before?: string
  limit: number
}

/** The latest turns that a person had about a client, oldest first. */
export function listTurns({ orm }: Conversations, { actor, clientId, before, limit }: TurnsOfClient) {
  const edge = sql`(select ${turns.turnNumber} from ${turns} where ${turns.turnId} = ${before})`
  const isOlder = before === undefined ? undefined : lt(turns.turnNumber, edge)
  const { turnId, question, askedAt, events } = turns
  return orm
    .select({ turnId, question, askedAt, events })
    .from(turns)
    .where(and(eq(turns.actor, actor), eq(turns.clientId, clientId), isOlder))
    .orderBy(desc(turns.turnNumber))
    .limit(limit)
    .all()
    .reverse()
}
