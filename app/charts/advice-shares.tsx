import type { Advice } from '#core/contracts/decision.ts'
import type { ListClientsAnswer } from '#core/contracts/list-clients.ts'
import { useMessages } from '../components/use-messages.ts'
import { advices } from '../decision-order.ts'

const fills: Record<Advice, string> = { grant: 'fill-good', review: 'fill-amber', refuse: 'fill-bad' }

/** One bar in three parts. The figures stand beside it in words; the bar's description repeats them. */
export function AdviceShares({ counts }: { counts: ListClientsAnswer['adviceCounts'] }) {
  const { t, format } = useMessages()
  const total = counts.grant + counts.review + counts.refuse
  const share = (advice: Advice) => (total === 0 ? 0 : counts[advice] / total)
  let x = 0
  const parts = advices.map((advice) => {
    const start = x
    x += share(advice) * 100
    return { advice, start, width: share(advice) * 100 }
  })
  return (
    <svg
      role="img"
      aria-label={t('list.share', {
        grant: format.share(share('grant')),
        review: format.share(share('review')),
        refuse: format.share(share('refuse')),
      })}
      className="block h-2.5 w-full"
    >
      <clipPath id="advice-shares">
        <rect width="100%" height="10" rx="5" />
      </clipPath>
      <g clipPath="url(#advice-shares)">
        <rect width="100%" height="10" className="fill-sunken" />
        {parts.map(({ advice, start, width }) => (
          <g key={advice}>
            <rect x={`${start}%`} width={`${width}%`} height="10" className={fills[advice]} />
            {start > 0 && width > 0 && (
              <rect x={`${start}%`} width="2" height="10" className="fill-surface" />
            )}
          </g>
        ))}
      </g>
    </svg>
  )
}
