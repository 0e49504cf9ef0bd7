import type { Conversations } from '../open-conversations.ts'
import { turns } from '../schema.ts'

export interface NewTurn {
  turnId: string
  /** `user:ID`. */
  actor: string
  clientId: number
  question: string
  /** UTC, ISO 8601. */
  askedAt: string
  /** JSON. */
  events: string
  /** The answer's words alone. */
  answer: string
}

/** Keeps a turn that has ended. */
export function keepTurn({ orm }: Conversations, turn: NewTurn): void {
  orm.insert(turns).values(turn).run()
}
