import type { Advice } from '#core/contracts/decision.ts'

const scaleStart = 0.6

const fills: Record<Advice, string> = { grant: 'fill-good', review: 'fill-amber', refuse: 'fill-bad' }

/** A table cell's small bar, 60 to 100 %: it repeats the figure beside it, so it stays silent. */
export function RepaymentBar({ probability, advice }: { probability: number; advice: Advice }) {
  const position = Math.max(0.02, (probability - scaleStart) / (1 - scaleStart)) * 100
  return (
    <svg aria-hidden="true" className="h-1.5 w-16">
      <rect width="100%" height="6" rx="3" className="fill-sunken" />
      <rect width={`${position}%`} height="6" rx="3" className={fills[advice]} />
    </svg>
  )
}
