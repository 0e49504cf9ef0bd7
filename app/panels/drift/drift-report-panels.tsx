import type { EvidentlyReport } from '#core/contracts/evidently-report.ts'
import { Notice } from '../../components/notice.tsx'
import { useMessages } from '../../components/use-messages.ts'
import type { DriftPage } from '../../drift-page/drift-page.ts'
import type { DriftQuery } from '../../drift-page/drift-query.ts'
import { ProvenanceLine } from '../provenance-line.tsx'
import { ColumnsPanel } from './columns-panel.tsx'
import { EvidentlyPanel } from './evidently-panel.tsx'
import { LeadingPanel } from './leading-panel.tsx'
import { PredictionPanel } from './prediction-panel.tsx'
import { VerdictPanel } from './verdict-panel.tsx'
import { WindowSwitch } from './window-switch.tsx'

interface DriftReportPanelsProps {
  drift: DriftPage
  query: DriftQuery
  evidently: EvidentlyReport | null
}

/** The report: verdict, prediction, what leads, every column, evidently's own. */
export function DriftReportPanels({ drift, query, evidently }: DriftReportPanelsProps) {
  const { t } = useMessages()
  const { report, windows } = drift
  const { provenance } = report
  return (
    <>
      {windows.length > 1 && (
        <div className="mt-4">
          <WindowSwitch windows={windows} current={report.current.name} />
        </div>
      )}
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-12 print:gap-3 [&>*]:min-w-0">
        {provenance.notice && (
          <div className="col-span-full">
            <Notice title={t('notice.label')}>
              <p>{provenance.notice}</p>
            </Notice>
          </div>
        )}
        <VerdictPanel report={report} />
        <PredictionPanel report={report} distribution={drift.predictionDistribution} />
        {drift.leading.length > 0 && <LeadingPanel report={report} distributions={drift.leading} />}
        <ColumnsPanel report={report} distributions={drift.opened} query={query} />
        <EvidentlyPanel report={evidently} served={provenance} />
      </div>
      <ProvenanceLine provenance={provenance} window={report.current.name} />
    </>
  )
}
