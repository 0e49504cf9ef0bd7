import type { ToolPanelScale } from '#core/contracts/tool-panel.ts'

export interface PanelViewProps {
  /** The tool's answer as its contract describes it, not yet parsed. */
  answer: unknown
  scale: ToolPanelScale
}
