import { useEffect } from 'react'
import { usePaneControl } from './pane-control.tsx'

/** Escape stops the answer that is being written, or else takes the sheet away; windows above the page come first. */
export function usePaneKeys({ isRunning, stop }: { isRunning: boolean; stop: () => void }): void {
  const pane = usePaneControl()
  const isSheetOpen = pane?.isSheetOpen ?? false
  // biome-ignore lint/correctness/useExhaustiveDependencies: the listener is needed only while there is something to end
  useEffect(() => {
    if (!isRunning && !isSheetOpen) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      if (isRunning) stop()
      else pane?.close()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isRunning, isSheetOpen])
}
