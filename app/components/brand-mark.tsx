/** The brand's sign; its name stands beside it. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" className="size-6">
      <rect width="24" height="24" rx="7.5" className="fill-accent" />
      <path d="M6.5 15.5 17.5 8.5" className="stroke-accent-ink" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  )
}
