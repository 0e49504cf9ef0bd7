import type { frMcp } from './fr-mcp.ts'

/** Words of the panels that assistants show (MCP Apps). */
export const enMcp: Record<keyof typeof frMcp, string> = {
  'mcp.running': 'Computing…',
  'mcp.cancelled': 'The computation was stopped.',
  'mcp.columns.leftOut':
    '{count, plural, one {# more column is outside this answer.} other {# more columns are outside this answer.}}',
}
