/** Moves the focus to the next or the previous client of the list; at its ends it stays. Returns whether there is a list. */
export function focusRow(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('main .row-link')]
  if (links.length === 0) return false
  const current = links.indexOf(document.activeElement as HTMLElement)
  const first = step === 1 ? 0 : links.length - 1
  const target = links[current < 0 ? first : Math.min(links.length - 1, Math.max(0, current + step))]
  target?.focus()
  target?.closest('tr, li')?.scrollIntoView({ block: 'nearest' })
  return true
}
