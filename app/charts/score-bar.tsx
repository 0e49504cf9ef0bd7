/** An external score on its scale from 0 to 1, beside its figure: silent, as the figure says the same. */
export function ScoreBar({ score }: { score: number }) {
  const position = `${Math.min(1, Math.max(0, score)) * 100}%`
  return (
    <svg aria-hidden="true" className="mr-3 inline-block h-2 w-20 align-middle" overflow="visible">
      <rect y="3" width="100%" height="2" rx="1" className="fill-line" />
      <rect y="3" width={position} height="2" rx="1" className="fill-accent" />
      <circle cx={position} cy="4" r="4" className="fill-accent stroke-surface" strokeWidth="1.5" />
    </svg>
  )
}
