import type { Advice } from '#core/contracts/decision.ts'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { adviceIcons } from '../components/advice-badge.tsx'
import { Icon } from '../components/icon.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'

const zones: { advice: Advice; message: MessageKey; tone: string }[] = [
  { advice: 'refuse', message: 'gauge.zone.refuse', tone: 'text-bad' },
  { advice: 'review', message: 'gauge.zone.review', tone: 'text-warn' },
  { advice: 'grant', message: 'gauge.zone.grant', tone: 'text-good' },
]

/** What the three stretches of the gauge mean, with the signs that the advice has everywhere. */
export function GaugeLegend({ reviewBand }: { reviewBand: ViewClientAnswer['reviewBand'] }) {
  const { t, format } = useMessages()
  const lower = format.share(1 - reviewBand.upper)
  const upper = format.share(1 - reviewBand.lower)
  const limits: Record<Advice, { from: string; to: string }> = {
    refuse: { from: '', to: lower },
    review: { from: lower, to: upper },
    grant: { from: upper, to: '' },
  }
  return (
    <ul aria-label={t('gauge.zones')} className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-2">
      {zones.map(({ advice, message, tone }) => (
        <li key={advice} className="inline-flex items-center gap-1.5">
          <Icon name={adviceIcons[advice]} className={`size-2.5 ${tone}`} />
          {t(message, limits[advice])}
        </li>
      ))}
    </ul>
  )
}
