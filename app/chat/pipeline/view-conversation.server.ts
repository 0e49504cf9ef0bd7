import { z } from 'zod'
import type { ConversationHistory, KeptTurn } from '#core/contracts/conversation-history.ts'
import { type ConversationView, type StoredTurn, turnEventSchema } from '../conversation.ts'
import type { ChosenModel } from './run-turn.server.ts'

/** Turns that the pane opens with; older ones are asked for. */
const shownTurns = 20

const eventsSchema = z.array(turnEventSchema)

export interface ViewConversationOptions {
  history: ConversationHistory
  clientId: number
  model: Pick<ChosenModel, 'name' | 'sentTo'>
  /** Only turns older than this one. */
  before?: string
}

/** What the pane shows of a client's history. */
export function viewConversation({
  history,
  clientId,
  model,
  before,
}: ViewConversationOptions): ConversationView {
  const kept = history.list({ clientId, limit: shownTurns + 1, ...(before !== undefined && { before }) })
  return {
    turns: kept.slice(-shownTurns).map(parseTurn),
    hasOlderTurns: kept.length > shownTurns,
    model: { name: model.name, sentTo: model.sentTo },
  }
}

/** A kept turn with its events. What a former version kept in another form is left out, the question stays. */
export function parseTurn({ events, ...turn }: KeptTurn): StoredTurn {
  const parsed = eventsSchema.safeParse(JSON.parse(events))
  return { ...turn, events: parsed.success ? parsed.data : [] }
}
