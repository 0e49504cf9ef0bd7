import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { useMessages } from '../../components/use-messages.ts'
import { useWindowName } from '../../components/use-window-name.ts'
import { formatSigned } from '../../format/format-signed.ts'
import { Panel } from '../panel.tsx'
import { DriftBadge } from './drift-badge.tsx'
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

function PredictionFigures({ report }: { report: DriftReportAnswer }) {
  const { t, format } = useMessages()
  const nameWindow = useWindowName()
  const { reference, current } = report.prediction
  const points = (figure: number) => t('drift.points', { points: formatSigned(format, figure * 100, 1) })
  const rows: [name: string, before: string, after: string, change: string][] = [
    [
      t('compare.mean'),
      format.share(reference.meanProbabilityOfDefault),
      format.share(current.meanProbabilityOfDefault),
      points(current.meanProbabilityOfDefault - reference.meanProbabilityOfDefault),
    ],
    [
      t('drift.prediction.refused'),
      format.share(reference.refusedShare),
      format.share(current.refusedShare),
      points(current.refusedShare - reference.refusedShare),
    ],
    [
      t('drift.prediction.cost'),
      format.decimal(reference.expectedCostPerClient, 3),
      format.decimal(current.expectedCostPerClient, 3),
      formatSigned(format, current.expectedCostPerClient - reference.expectedCostPerClient, 3),
    ],
    [
      t('drift.prediction.total'),
      format.integer(reference.expectedCost),
      format.integer(current.expectedCost),
      '',
    ],
  ]
  return (
    <div className="min-w-0">
      <table className="w-full border-separate border-spacing-0 max-sm:text-xs">
        <caption className="sr-only">{t('drift.prediction.caption')}</caption>
        <thead className="text-xs text-ink-2">
          <tr className="[&>*]:border-b [&>*]:border-line [&>*]:pb-1.5 [&>*]:align-bottom [&>*]:font-[560] [&>*+*]:pl-2">
            <td />
            <th scope="col" className="text-right">
              {nameWindow(report.reference.name)}
            </th>
            <th scope="col" className="text-right">
              {nameWindow(report.current.name)}
            </th>
            <th scope="col" className="text-right">
              {t('drift.column.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, before, after, change]) => (
            <tr
              key={name}
              className="[&>*]:border-b [&>*]:border-line [&>*]:py-2 [&>td]:pl-2 [&>td]:text-right [&>td]:whitespace-nowrap"
            >
              <th scope="row" className="text-left font-normal text-ink-2">
                {name}
              </th>
              <td>{before}</td>
              <td className="font-[580]">{after}</td>
              <td className="text-ink-2">{change}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-xs text-ink-3">{t('drift.prediction.explained')}</p>
    </div>
  )
}
