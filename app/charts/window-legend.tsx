interface WindowLegendProps {
  reference: string
  current: string
}

/** What the filled bars and the outline are. */
export function WindowLegend({ reference, current }: WindowLegendProps) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-2">
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" width="14" height="12" className="shrink-0">
          <rect width="14" height="12" className="fill-bar stroke-edge" strokeWidth="1" />
        </svg>
        {reference}
      </li>
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" width="14" height="12" className="shrink-0">
          <path d="M1 12V1h12v11" fill="none" className="stroke-accent" strokeWidth="2" />
        </svg>
        {current}
      </li>
    </ul>
  )
}
