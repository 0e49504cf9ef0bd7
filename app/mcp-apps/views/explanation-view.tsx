import { explainClientAnswerSchema } from '#core/contracts/explain-client.ts'
import { reasonCounts } from '../../client-page/client-page-query.ts'
import { ReasonsPanel } from '../../panels/reasons-panel.tsx'
import { ThemePanel } from '../../panels/theme-panel.tsx'
import { AnswerLine } from '../answer-line.tsx'
import type { PanelViewProps } from '../panel-view-props.ts'

/** `explainClient`: all reasons that the tool gave, and the marks of the themes. */
export function ExplanationView({ answer }: PanelViewProps) {
  const explanation = explainClientAnswerSchema.parse(answer)
  const known = { answer: explanation, problem: null }
  return (
    <>
      <AnswerLine clientId={explanation.clientId} provenance={explanation.provenance} />
      <ReasonsPanel explanation={known} reasonCount={reasonCounts[2]} isWhole />
      <ThemePanel explanation={known} />
    </>
  )
}
