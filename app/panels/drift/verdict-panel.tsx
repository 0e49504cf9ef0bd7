import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import { ShareBar } from '../../charts/share-bar.tsx'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { useWindowName } from '../../components/use-window-name.ts'
import { Panel } from '../panel.tsx'

/** Whether the clients of the current window still resemble those that the model learnt from. */
export function VerdictPanel({ report }: { report: DriftReportAnswer }) {
  const { t, format } = useMessages()
  const nameWindow = useWindowName()
  const { dataset, columns, reference, current } = report
  // Of some columns alone nothing can be said about all of them.
  const isWhole = columns.length === dataset.columns
  const weight = columns.filter(({ drifted }) => drifted).reduce((sum, { importance }) => sum + importance, 0)
  const missing = columns.filter(({ missingnessDrifted }) => missingnessDrifted).length
  const withNew = columns.filter(({ newCategories }) => newCategories.length > 0).length
  const facts: [name: string, figure: string][] = [
    [t('drift.verdict.weight'), format.share(weight)],
    [t('drift.verdict.missing', { count: missing }), format.integer(missing)],
    [t('drift.verdict.new', { count: withNew }), format.integer(withNew)],
  ]
  return (
    <Panel
      id="verdict"
      title={t('drift.verdict.title')}
      note={t('drift.verdict.note')}
      className="flex flex-col lg:col-span-5 print:col-span-full"
    >
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-[2rem] leading-10 font-[640] tracking-[-0.025em]">
          {t(dataset.drifted ? 'drift.verdict.drifted' : 'drift.verdict.stable')}
        </span>
        <Icon
          name={dataset.drifted ? 'up' : 'check'}
          className={dataset.drifted ? 'size-5 text-bad' : 'size-6 text-good'}
        />
      </p>
      <p className="mt-1 max-w-prose text-ink-2">
        {t('drift.verdict.sentence', {
          count: dataset.driftedColumns,
          drifted: format.integer(dataset.driftedColumns),
          columns: format.integer(dataset.columns),
          share: format.share(dataset.share),
          threshold: format.compactShare(dataset.threshold),
        })}
      </p>
      <div className="mt-3">
        <ShareBar
          share={dataset.share}
          mark={dataset.threshold}
          isBeyond={dataset.drifted}
          markLabel={t('drift.verdict.threshold', { threshold: format.compactShare(dataset.threshold) })}
        />
      </div>
      {isWhole && (
        <dl className="mt-4 mb-3 grid grid-cols-3 gap-x-6 border-t border-line pt-3">
          {facts.map(([name, figure]) => (
            <div key={name} className="flex flex-col-reverse justify-end">
              <dt className="text-xs text-ink-2">{name}</dt>
              <dd className="text-lg font-[620]">{figure}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={`${isWhole ? 'mt-auto' : 'mt-4'} border-t border-line pt-3 text-xs text-ink-3`}>
        {t('drift.verdict.windows', {
          reference: nameWindow(reference.name),
          referenceRows: format.integer(reference.rows),
          current: nameWindow(current.name),
          currentRows: format.integer(current.rows),
        })}
      </p>
    </Panel>
  )
}
