import type { EvidentlyReport } from '#core/contracts/evidently-report.ts'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'

interface EvidentlyFactsProps {
  report: EvidentlyReport
  served: { dataVersion: string; modelVersion: string }
}

/** When evidently's report was made and what it is about; a warning when that is not what is served. */
export function EvidentlyFacts({ report, served }: EvidentlyFactsProps) {
  const { t, format } = useMessages()
  const warning =
    report.dataVersion !== served.dataVersion
      ? t('drift.evidently.other', { found: report.dataVersion, served: served.dataVersion })
      : report.modelVersion !== served.modelVersion
        ? t('drift.evidently.otherModel', { found: report.modelVersion, served: served.modelVersion })
        : null
  return (
    <>
      <p className="mt-1 text-xs wrap-anywhere text-ink-3">
        {t('drift.evidently.made', {
          date: format.moment(report.createdAt),
          dataVersion: report.dataVersion,
          modelVersion: report.modelVersion,
        })}
      </p>
      {warning && (
        <p className="mt-3 flex max-w-prose gap-2 rounded-control bg-warn-soft px-3 py-2.5">
          <Icon name="info" className="mt-0.5 size-4 text-warn" />
          <span className="min-w-0 wrap-anywhere">{warning}</span>
        </p>
      )}
    </>
  )
}
