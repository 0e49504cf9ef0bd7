import type { CompareCohortAnswer } from '#core/contracts/compare-cohort.ts'
import type { ExplainClientAnswer } from '#core/contracts/explain-client.ts'
import type { CategoryLabels } from '../category-labels.ts'
import type { ClientPageQuery } from '../client-page/client-page-query.ts'
import type { GroupProblem } from '../client-page/parse-client-page-query.ts'
import { useMessages } from '../components/use-messages.ts'
import type { PanelAnswer } from '../panel-answer.ts'
import { CohortFacts } from './cohort-facts.tsx'
import { CohortSwitch } from './cohort-switch.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { FeatureChoice } from './feature-choice.tsx'
import { FeatureStanding } from './feature-standing.tsx'
import { GroupForm } from './group-form.tsx'
import { Panel } from './panel.tsx'
import { PanelProblemNote } from './panel-problem.tsx'
import { ScoreStanding } from './score-standing.tsx'

interface ComparisonPanelProps {
  comparison: PanelAnswer<CompareCohortAnswer>
  explanation: PanelAnswer<ExplainClientAnswer>
  query: ClientPageQuery
  problems: GroupProblem[]
  labels: CategoryLabels
}

/** The client among others: all, a chosen group, or the most similar. */
export function ComparisonPanel(props: ComparisonPanelProps) {
  const { comparison, explanation, query, problems, labels } = props
  const { t } = useMessages()
  const { answer } = comparison
  return (
    <Panel
      id="comparison"
      title={t('compare.title')}
      beside={<CohortSwitch cohort={query.cohort} />}
      className="col-span-full print:break-inside-auto"
    >
      {query.cohort === 'group' && <GroupForm group={query.group} problems={problems} labels={labels} />}
      {answer ? (
        <>
          <CohortFacts comparison={answer} />
          <div className="mt-5 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4 print:mt-3 print:grid-cols-4 print:gap-x-5 print:gap-y-3">
            <ScoreStanding comparison={answer} />
            {answer.features.map((feature) => (
              <FeatureStanding key={feature.feature} standing={feature} />
            ))}
          </div>
          <p className="mt-3 text-xs text-ink-3">{t('compare.key')}</p>
          <ComparisonTable comparison={answer} />
        </>
      ) : (
        <PanelProblemNote problem={comparison.problem} />
      )}
      <FeatureChoice
        reasons={explanation.answer?.reasons ?? []}
        shown={answer?.features ?? []}
        isChosen={query.features.length > 0}
      />
    </Panel>
  )
}
