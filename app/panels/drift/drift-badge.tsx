import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'

interface DriftBadgeProps {
  isDrifted: boolean
  /** Only the share of unknown values moved. */
  isMissingnessDrifted?: boolean
}

/** Whether something drifted, in a word and with a sign: readable without colour. */
export function DriftBadge({ isDrifted, isMissingnessDrifted = false }: DriftBadgeProps) {
  const { t } = useMessages()
  if (!isDrifted && !isMissingnessDrifted) {
    return <span className="text-xs whitespace-nowrap text-ink-3">{t('drift.stable')}</span>
  }
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-md px-2 py-0.5 text-xs font-[580] whitespace-nowrap ${isDrifted ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn'}`}
    >
      <Icon name={isDrifted ? 'up' : 'diamond'} className="size-2.5" />
      {t(isDrifted ? 'drift.drifted' : 'drift.missingness')}
    </span>
  )
}
