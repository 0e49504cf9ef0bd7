interface ShareBarProps {
  share: number
  /** The share from which it counts. */
  mark: number
  markLabel: string
  isBeyond: boolean
}

/** A share of all, and the mark that it is held against. Silent: the sentence beside it says both. */
export function ShareBar({ share, mark, markLabel, isBeyond }: ShareBarProps) {
  const percent = (figure: number) => `${Math.round(Math.min(1, Math.max(0, figure)) * 10_000) / 100}%`
  return (
    <svg aria-hidden="true" className="block w-full overflow-visible" height="38">
      <rect y="4" width="100%" height="10" rx="3" className="fill-sunken" />
      <rect
        y="4"
        width={percent(share)}
        height="10"
        rx="3"
        className={isBeyond ? 'fill-bad' : 'fill-accent'}
      />
      <line x1={percent(mark)} x2={percent(mark)} y1="0" y2="19" className="stroke-ink" strokeWidth="2" />
      <text x={percent(mark)} y="33" textAnchor="middle" className="fill-ink-2 text-xs">
        {markLabel}
      </text>
    </svg>
  )
}
