import { useEffect, useState } from 'react'
import { type PanelId, panelIds } from './panel-place.ts'

/** The panel in the upper part of the window: the one that is being read. Null until that is known. */
export function useOpenPanel(): PanelId | null {
  const [openPanel, setOpenPanel] = useState<PanelId | null>(null)
  useEffect(() => {
    const seen = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target.id)
          else seen.delete(target.id)
        }
        setOpenPanel((current) => panelIds.find((id) => seen.has(id)) ?? current)
      },
      { rootMargin: '-20% 0px -55% 0px' },
    )
    for (const id of panelIds) {
      const panel = document.getElementById(id)
      if (panel) observer.observe(panel)
    }
    return () => observer.disconnect()
  }, [])
  return openPanel
}
