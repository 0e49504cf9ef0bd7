const height = 18

/** A weight as a share of the largest. Silent: the row says the figure. */
export function WeightBar({ share }: { share: number }) {
  return (
    <svg aria-hidden="true" className="block w-full" height={height}>
      <rect y="4" width="100%" height="10" rx="2" className="fill-sunken" />
      <rect
        y="4"
        width={`${Math.max(0.4, Math.round(share * 10_000) / 100)}%`}
        height="10"
        rx="2"
        className="fill-accent"
      />
    </svg>
  )
}
