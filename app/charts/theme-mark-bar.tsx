const largestMark = 5
const height = 22

/** A theme's mark, from −5 on the left to +5 on the right. Silent: the row says the mark. */
export function ThemeMarkBar({ mark }: { mark: number }) {
  const width = (Math.abs(mark) / largestMark) * 50
  return (
    <svg aria-hidden="true" className="block w-full" height={height}>
      <line x1="50%" x2="50%" y1="0" y2={height} className="stroke-edge" />
      {mark === 0 ? (
        <circle cx="50%" cy={height / 2} r="3.5" className="fill-surface stroke-ink-2" strokeWidth="1.5" />
      ) : (
        <rect
          x={`${mark < 0 ? 50 - width : 50}%`}
          y="5"
          width={`${width}%`}
          height="12"
          rx="2"
          className={mark < 0 ? 'fill-bad' : 'fill-good'}
        />
      )}
    </svg>
  )
}
