/**
 * Brings a panel of the page into view and moves the focus to it, or to a control inside it.
 *
 * @returns Whether the page has that panel.
 */
export function showPanel(id: string, control?: string): boolean {
  const panel = document.getElementById(id)
  if (!panel) return false
  panel.scrollIntoView({ block: 'start' })
  const inside = control ? panel.querySelector<HTMLElement>(control) : null
  if (!inside) panel.tabIndex = -1
  const target = inside ?? panel
  target.focus({ preventScroll: true })
  return true
}
