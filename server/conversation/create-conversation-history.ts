import type { ConversationHistory } from '#core/contracts/conversation-history.ts'
import type { Conversations } from '#db/conversations/open-conversations.ts'
import { deleteTurns } from '#db/conversations/queries/delete-turns.ts'
import { keepTurn } from '#db/conversations/queries/keep-turn.ts'
import { listTurns } from '#db/conversations/queries/list-turns.ts'
import { searchTurns } from '#db/conversations/queries/search-turns.ts'

/** The history of one person: nobody reads or deletes another's. */
export function createConversationHistory(conversations: Conversations, actor: string): ConversationHistory {
  return {
    keep: (turn) => keepTurn(conversations, { ...turn, actor }),
    list: (options) => listTurns(conversations, { ...options, actor }),
    search: (options) => searchTurns(conversations, { ...options, actor }),
    delete: (options) => deleteTurns(conversations, { ...options, actor }),
  }
}
