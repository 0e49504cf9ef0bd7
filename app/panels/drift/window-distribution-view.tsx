import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { computeWindowLayout } from '../../charts/compute-window-layout.ts'
import { DataTable } from '../../charts/data-table.tsx'
import { WindowChart } from '../../charts/window-chart.tsx'
import { WindowLegend } from '../../charts/window-legend.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { formatSigned } from '../../format/format-signed.ts'
import { useDistributionWords } from './use-distribution-words.ts'

interface WindowDistributionViewProps {
  distribution: WindowDistribution
  /** The windows as they are called. */
  names: { reference: string; current: string }
  className?: string
}

/** One column in both windows: legend, drawing and table. */
export function WindowDistributionView({ distribution, names, className }: WindowDistributionViewProps) {
  const { t, format } = useMessages()
  const { bars } = computeWindowLayout(distribution)
  const { bins, axis, description, moved } = useDistributionWords(distribution)
  if (description === null) return <p className="text-ink-3">{t('drift.distribution.none')}</p>
  return (
    <div className="min-w-0">
      <WindowLegend {...names} />
      <div className="mt-3">
        <WindowChart
          distribution={distribution}
          axis={axis}
          description={description}
          {...(className !== undefined && { className })}
        />
      </div>
      <p className="text-xs text-ink-2">{moved}</p>
      <DataTable
        caption={t('drift.distribution.caption', { label: distribution.label })}
        columns={[t('drift.column.values'), names.reference, names.current, t('drift.column.difference')]}
        rows={bars.map(({ x, referenceShare, currentShare }, index) => ({
          key: String(x),
          cells: [
            bins[index],
            format.share(referenceShare),
            format.share(currentShare),
            formatSigned(format, (currentShare - referenceShare) * 100, 1),
          ],
        }))}
      />
    </div>
  )
}
