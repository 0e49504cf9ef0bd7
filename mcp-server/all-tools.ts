import type { ToolDefinition } from './tool-definition.ts'
import { compareCohortTool } from './tools/compare-cohort.ts'
import { driftReportTool } from './tools/drift-report.ts'
import { explainClientTool } from './tools/explain-client.ts'
import { scoreClientTool } from './tools/score-client.ts'
import { searchClientsTool } from './tools/search-clients.ts'
import { simulateClientTool } from './tools/simulate-client.ts'
import { suggestChangesTool } from './tools/suggest-changes.ts'

/** Every tool of the service, in the order in which assistants see them. */
export const allTools: readonly ToolDefinition[] = [
  scoreClientTool,
  explainClientTool,
  compareCohortTool,
  simulateClientTool,
  suggestChangesTool,
  searchClientsTool,
  driftReportTool,
]
