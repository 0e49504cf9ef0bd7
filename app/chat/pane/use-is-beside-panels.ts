import { useSyncExternalStore } from 'react'
import { besidePanelsQuery, isBesidePanels } from './is-beside-panels.ts'

/** Whether there is room for the pane beside the panels, as the window changes. On the server there is. */
export function useIsBesidePanels(): boolean {
  return useSyncExternalStore(subscribe, isBesidePanels, () => true)
}

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(besidePanelsQuery)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}
