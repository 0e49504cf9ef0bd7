const highlightMs = 2400
const marks = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>()

/** Brings a panel into view unless it is, and marks it for a moment. The focus stays where it is. */
export function highlightPanel(id: string): void {
  const panel = document.getElementById(id)
  if (!panel) return
  const { top, bottom } = panel.getBoundingClientRect()
  const height = window.innerHeight
  const isInView = top >= 0 && (bottom <= height || top <= height / 2)
  if (!isInView) {
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    panel.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' })
  }
  clearTimeout(marks.get(panel))
  panel.dataset.highlighted = ''
  marks.set(
    panel,
    setTimeout(() => delete panel.dataset.highlighted, highlightMs),
  )
}
