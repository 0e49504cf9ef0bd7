/** From this width on the pane stands beside the panels; below, it lies above them. The same as in tailwind.css. */
export const besidePanelsQuery = '(width >= 75rem)'

export function isBesidePanels(): boolean {
  return window.matchMedia(besidePanelsQuery).matches
}
