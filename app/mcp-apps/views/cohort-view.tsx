import { compareCohortAnswerSchema } from '#core/contracts/compare-cohort.ts'
import { useMessages } from '../../components/use-messages.ts'
import { CohortFacts } from '../../panels/cohort-facts.tsx'
import { ComparisonTable } from '../../panels/comparison-table.tsx'
import { FeatureStanding } from '../../panels/feature-standing.tsx'
import { Panel } from '../../panels/panel.tsx'
import { ScoreStanding } from '../../panels/score-standing.tsx'
import { AnswerLine } from '../answer-line.tsx'
import type { PanelViewProps } from '../panel-view-props.ts'

/** `compareCohort`: the client among the others. */
export function CohortView({ answer }: PanelViewProps) {
  const { t } = useMessages()
  const comparison = compareCohortAnswerSchema.parse(answer)
  return (
    <>
      <AnswerLine clientId={comparison.clientId} provenance={comparison.provenance} />
      <Panel id="comparison" title={t('compare.title')} className="col-span-full">
        <CohortFacts comparison={comparison} />
        <div className="mt-5 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
          <ScoreStanding comparison={comparison} />
          {comparison.features.map((standing) => (
            <FeatureStanding key={standing.feature} standing={standing} />
          ))}
        </div>
        <p className="mt-3 text-xs text-ink-3">{t('compare.key')}</p>
        <ComparisonTable comparison={comparison} />
      </Panel>
    </>
  )
}
