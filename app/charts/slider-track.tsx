interface SliderTrackProps {
  /** Per cent of the track. */
  shown: number
  present: number
}

/** The track behind a slider: filled up to its handle, a tick at the present value. Silent: the row says both. */
export function SliderTrack({ shown, present }: SliderTrackProps) {
  return (
    <svg aria-hidden="true" className="slider-track" height="24" overflow="visible">
      <rect y="10" width="100%" height="4" rx="2" className="fill-bar" />
      <rect y="10" width={`${shown}%`} height="4" rx="2" className="fill-accent" />
      <line x1={`${present}%`} x2={`${present}%`} y1="3" y2="21" className="stroke-ink-2" strokeWidth="2" />
    </svg>
  )
}
