import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { useMessages } from '../../components/use-messages.ts'
import { useWindowName } from '../../components/use-window-name.ts'
import { Panel } from '../panel.tsx'
import { DriftBadge } from './drift-badge.tsx'
import { PredictionFigures } from './prediction-figures.tsx'
import { useTestWords } from './use-test-words.ts'
import { WindowDistributionView } from './window-distribution-view.tsx'

interface PredictionPanelProps {
  report: DriftReportAnswer
  distribution: WindowDistribution
}

/** What the model makes of the current window, and what that costs, without waiting for outcomes. */
export function PredictionPanel({ report, distribution }: PredictionPanelProps) {
  const { t } = useMessages()
  const nameWindow = useWindowName()
  const { prediction } = report
  const test = useTestWords()(prediction)
  return (
    <Panel
      id="prediction"
      title={t('drift.prediction.title')}
      beside={<DriftBadge isDrifted={prediction.drifted} />}
      note={prediction.test === null ? test.test : t('drift.prediction.test', { ...test })}
      className="lg:col-span-7 print:col-span-full"
    >
      <p className="mt-1 max-w-prose text-ink-2">{useCostSentence(report)}</p>
      <div className="mt-3 grid gap-x-8 gap-y-4 xl:grid-cols-2">
        <PredictionFigures report={report} />
        <WindowDistributionView
          distribution={distribution}
          names={{
            reference: nameWindow(report.reference.name),
            current: nameWindow(report.current.name),
          }}
        />
      </div>
    </Panel>
  )
}

function useCostSentence({ prediction }: DriftReportAnswer): string {
  const { t, format } = useMessages()
  const { reference, current } = prediction
  const change = current.expectedCostPerClient / reference.expectedCostPerClient - 1
  const key =
    Math.abs(change) < 0.005
      ? 'drift.prediction.same'
      : change > 0
        ? 'drift.prediction.dearer'
        : 'drift.prediction.cheaper'
  return t(key, {
    percent: format.decimal(Math.abs(change) * 100, 1),
    before: format.decimal(reference.expectedCostPerClient, 3),
    after: format.decimal(current.expectedCostPerClient, 3),
  })
}
