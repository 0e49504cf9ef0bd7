import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { WindowChart } from '../../charts/window-chart.tsx'
import { WindowLegend } from '../../charts/window-legend.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { useWindowName } from '../../components/use-window-name.ts'
import { Panel } from '../panel.tsx'
import { DriftBadge } from './drift-badge.tsx'
import { useDistributionWords } from './use-distribution-words.ts'
import { useTestWords } from './use-test-words.ts'

interface LeadingPanelProps {
  report: DriftReportAnswer
  /** Of the report's first columns. */
  distributions: WindowDistribution[]
}

/** The columns that drift and weigh most, at a glance. The list below opens each, with its table. */
export function LeadingPanel({ report, distributions }: LeadingPanelProps) {
  const { t } = useMessages()
  const nameWindow = useWindowName()
  return (
    <Panel
      id="leading"
      title={t('drift.leading.title')}
      note={t('drift.leading.note')}
      className="col-span-full"
    >
      <div className="mt-2">
        <WindowLegend
          reference={nameWindow(report.reference.name)}
          current={nameWindow(report.current.name)}
        />
      </div>
      <div className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">
        {distributions.map((distribution) => (
          <LeadingColumn key={distribution.feature} distribution={distribution} report={report} />
        ))}
      </div>
    </Panel>
  )
}

interface LeadingColumnProps {
  distribution: WindowDistribution
  report: DriftReportAnswer
}

function LeadingColumn({ distribution, report }: LeadingColumnProps) {
  const { t, format } = useMessages()
  const { axis, description } = useDistributionWords(distribution)
  const testWords = useTestWords()
  const column = report.columns.find(({ feature }) => feature === distribution.feature)
  return (
    <div className="flex min-w-0 flex-col break-inside-avoid">
      <h3 className="mb-auto flex items-baseline gap-3">
        <span className="min-w-0 font-[560]">{distribution.label}</span>
        {column && (
          <span className="ml-auto">
            <DriftBadge isDrifted={column.drifted} isMissingnessDrifted={column.missingnessDrifted} />
          </span>
        )}
      </h3>
      {column && (
        <p className="mt-0.5 mb-3 text-xs text-ink-3">
          {t('drift.leading.weight', {
            ...testWords(column),
            importance: format.share(column.importance),
          })}
        </p>
      )}
      <WindowChart
        distribution={distribution}
        axis={axis}
        description={description ?? t('drift.distribution.none')}
        className="h-24"
      />
    </div>
  )
}
