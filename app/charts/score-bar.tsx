/** An external score on its scale from 0 to 1, empty when unknown. Silent: the figure beside it says the same. */
export function ScoreBar({ score }: { score: number | null }) {
  const position = score === null ? null : `${Math.min(1, Math.max(0, score)) * 100}%`
  return (
    <svg aria-hidden="true" className="my-1 block h-2 w-full" overflow="visible">
      <rect y="3" width="100%" height="2" rx="1" className="fill-line" />
      {position && (
        <>
          <rect y="3" width={position} height="2" rx="1" className="fill-accent" />
          <circle cx={position} cy="4" r="4.5" className="fill-accent stroke-surface" strokeWidth="1.5" />
        </>
      )}
    </svg>
  )
}
