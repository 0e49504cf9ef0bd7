import { Link } from '@remix-run/react'
import type { EvidentlyReport } from '#core/contracts/evidently-report.ts'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { Panel } from '../panel.tsx'
import { EvidentlyFacts } from './evidently-facts.tsx'

interface EvidentlyPanelProps {
  /** Null when none was made. */
  report: EvidentlyReport | null
  served: { dataVersion: string; modelVersion: string }
}

/** The way to evidently's own report, with its date and what it is about. */
export function EvidentlyPanel({ report, served }: EvidentlyPanelProps) {
  const { t } = useMessages()
  return (
    <Panel
      id="evidently"
      title={t('drift.evidently.title')}
      note={t('drift.evidently.note')}
      className="col-span-full"
    >
      <div className="mt-1 flex flex-wrap items-end gap-x-8 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <p className="max-w-prose text-ink-2">
            {t(report ? 'drift.evidently.lead' : 'drift.evidently.none')}
          </p>
          {report && <EvidentlyFacts report={report} served={served} />}
        </div>
        {report && (
          <Link to="/drift/evidently" className="button print:hidden">
            {t('drift.evidently.open')}
            <Icon name="next" />
          </Link>
        )}
      </div>
    </Panel>
  )
}
