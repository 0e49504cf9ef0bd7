/** Words of the panels that assistants show (MCP Apps). */
export const frMcp = {
  'mcp.running': 'Calcul en cours…',
  'mcp.cancelled': 'Le calcul a été interrompu.',
  'mcp.columns.leftOut':
    '{count, plural, one {# autre colonne est hors de cette réponse.} other {# autres colonnes sont hors de cette réponse.}}',
} as const
