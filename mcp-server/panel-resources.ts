import { type ToolPanel, toolPanelSchema } from '#core/contracts/tool-panel.ts'

/** What MCP Apps calls a page that a host shows. */
const mimeType = 'text/html;profile=mcp-app'

/** Nothing is loaded and nothing is asked for: all stands in the page. */
const _meta = { ui: { csp: { connectDomains: [], resourceDomains: [] }, prefersBorder: false } }

const words: Record<ToolPanel, { title: string; description: string }> = {
  score: {
    title: 'Panneau du score · Score panel',
    description: 'Draws the answer of scoreClient: the advice, the gauge and its thresholds.',
  },
  explanation: {
    title: 'Panneau des raisons · Reasons panel',
    description: 'Draws the answer of explainClient: the reasons as a waterfall, the themes’ marks.',
  },
  cohort: {
    title: 'Panneau de comparaison · Comparison panel',
    description: 'Draws the answer of compareCohort: the client among the others, by distribution.',
  },
  drift: {
    title: 'Panneau de dérive · Drift panel',
    description: 'Draws the answer of driftReport: the verdict, the prediction, the columns.',
  },
}

/** Where a panel stands. */
export function panelUri(panel: ToolPanel): string {
  return `ui://credit-advisor/${panel}`
}

/** What `resources/list` says of the panels. */
export function listPanelDefinitions() {
  return toolPanelSchema.options.map((panel) => ({
    uri: panelUri(panel),
    name: `${panel}Panel`,
    ...words[panel],
    mimeType,
    _meta,
  }))
}

/**
 * The page of a panel: it shows no data of its own, so that everyone may read it.
 *
 * @param panelPage The built page, which draws any panel.
 * @returns Undefined where the address is no panel's, or where no page was built.
 */
export function findPanel(uri: string, panelPage: string | undefined) {
  const panel = toolPanelSchema.options.find((each) => panelUri(each) === uri)
  if (!panel || panelPage === undefined) return
  const text = panelPage.replace('data-panel=""', `data-panel="${panel}"`)
  return { contents: [{ uri, mimeType, text, _meta }] }
}
