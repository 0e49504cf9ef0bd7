/** A turn as it is kept: a question and, in JSON, all that came of it. */
export interface KeptTurn {
  turnId: string
  question: string
  /** UTC, ISO 8601. */
  askedAt: string
  /** JSON: the events of the turn, in order. */
  events: string
}

export interface TurnToKeep extends KeptTurn {
  clientId: number
  /** The answer's words alone, to be searched. */
  answer: string
}

export interface TurnFound {
  turnId: string
  clientId: number
  question: string
  askedAt: string
  /** A passage of the answer round what was found. */
  excerpt: string
}

/** What one person asked about clients, and what came of it. */
export interface ConversationHistory {
  keep(turn: TurnToKeep): void
  /** The latest turns about a client, or the latest before one of them, oldest first. */
  list(options: { clientId: number; before?: string; limit: number }): KeptTurn[]
  /** Turns about any client that hold all the words, the newest first. */
  search(options: { query: string; limit: number }): TurnFound[]
  /**
   * Deletes one turn about a client, or all of them.
   *
   * @returns How many there were.
   */
  delete(options: { clientId: number; turnId?: string }): number
}
