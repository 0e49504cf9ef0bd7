import type { Door } from '#core/contracts/caller.ts'
import type { MessageKey } from '../messages/fr.ts'

export const doorMessages: Record<Door, MessageKey> = {
  page: 'audit.door.page',
  conversation: 'audit.door.conversation',
  rest: 'audit.door.rest',
  'mcp-http': 'audit.door.mcp-http',
  'mcp-stdio': 'audit.door.mcp-stdio',
}

/** Kinds of answers, as the advisor's functions name them, and a look into the log itself. */
export const kindMessages: Record<string, MessageKey> = {
  file: 'audit.kind.file',
  score: 'audit.kind.score',
  explanation: 'audit.kind.explanation',
  comparison: 'audit.kind.comparison',
  simulation: 'audit.kind.simulation',
  suggestions: 'audit.kind.suggestions',
  profile: 'audit.kind.profile',
  list: 'audit.kind.list',
  search: 'audit.kind.search',
  entry: 'audit.kind.entry',
}

export const auditDoors: readonly string[] = Object.keys(doorMessages)
export const auditKinds: readonly string[] = Object.keys(kindMessages)
