import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { data } from '@remix-run/node'
import type { ConversationHistory } from '#core/contracts/conversation-history.ts'

/** What the server lends a person for their conversations. */
export interface ConversationDesk {
  /** What this person asked before, and what came of it. */
  history: ConversationHistory
  /** Opens a client of the product's MCP server with this person's rights; close it when the turn has ended. */
  connectTools(): Promise<Client>
  /**
   * Aborted when the person goes away. A request's own signal won't do: the runtime forgets whom it follows when the
   * request is collected as garbage, which a turn outlives.
   */
  gone: AbortSignal
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Null where nobody has signed in. */
    conversation: ConversationDesk | null
  }
}

/**
 * The desk of the person who has signed in.
 *
 * @throws the page of an error when nobody has.
 */
export function requireConversation({
  conversation,
}: {
  conversation: ConversationDesk | null
}): ConversationDesk {
  if (conversation) return conversation
  throw data({ code: 'FORBIDDEN' }, { status: 403 })
}
