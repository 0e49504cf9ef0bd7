import type { Conversations } from '../open-conversations.ts'

export interface TurnSearch {
  actor: string
  /** Words, each of which must begin a word of the question or the answer. */
  query: string
  limit: number
}

export interface TurnFound {
  turnId: string
  clientId: number
  question: string
  askedAt: string
  excerpt: string
}

const excerptWords = 16
const mostWords = 12

/** A person's turns that hold all the words, the newest first; accents and case don't count. */
export function searchTurns({ database }: Conversations, { actor, query, limit }: TurnSearch): TurnFound[] {
  const words = query.match(/[\p{L}\p{N}]+/gu)?.slice(0, mostWords)
  if (!words) return []
  const pattern = words.map((word) => `"${word}"*`).join(' ')
  return database
    .prepare<[string, string, number], TurnFound>(
      `select turn_id as turnId, client_id as clientId, turns.question as question, asked_at as askedAt,
              snippet(turn_words, 1, '', '', '…', ${excerptWords}) as excerpt
       from turn_words join turns on turns.turn_number = turn_words.rowid
       where turn_words match ? and actor = ?
       order by turns.turn_number desc limit ?`,
    )
    .all(pattern, actor, limit)
}
