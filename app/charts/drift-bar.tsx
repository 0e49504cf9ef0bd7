interface DriftBarProps {
  /** How far the statistic lies, where 1 is the threshold. */
  strength: number
  isDrifted: boolean
}

/** How many times the threshold the bar can show. */
const reach = 3
const height = 16

/** A statistic against its threshold, which is the tick. Beyond it the bar is filled solid. Silent: the row says both. */
export function DriftBar({ strength, isDrifted }: DriftBarProps) {
  const width = `${Math.round(Math.min(1, Math.max(0.01, strength / reach)) * 10_000) / 100}%`
  const tick = `${Math.round(10_000 / reach) / 100}%`
  return (
    <svg aria-hidden="true" className="block w-full overflow-visible" height={height}>
      <rect y="5" width="100%" height="6" rx="2" className="fill-sunken" />
      <rect y="5" width={width} height="6" rx="2" className={isDrifted ? 'fill-bad' : 'fill-edge'} />
      <line x1={tick} x2={tick} y1="0" y2={height} className="stroke-ink" strokeWidth="1.5" />
    </svg>
  )
}
