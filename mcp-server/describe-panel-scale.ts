import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import { languageSchema } from '#core/contracts/language.ts'
import { type ToolPanelScale, toolPanelScaleKey } from '#core/contracts/tool-panel.ts'

/** What a panel needs to draw an answer, as an answer's `_meta`: hosts keep that from the language model. */
export function describePanelScale(
  { scorer, currency }: AdvisorContext,
  input: { language?: unknown },
): Record<string, ToolPanelScale> {
  const { reviewBand, riskClassUpperBounds } = scorer.bundle.manifest.decision
  const language = languageSchema.parse(input.language)
  return { [toolPanelScaleKey]: { language, currency, reviewBand, riskClassUpperBounds } }
}
