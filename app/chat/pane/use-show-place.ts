import { useLocation, useNavigate } from '@remix-run/react'
import { useMemo, useRef } from 'react'
import { composeClientSearch, type ParameterChanges } from '../../client-page/compose-client-search.ts'
import { showPanel } from '../../commands/show-panel.ts'
import { highlightPanel } from './highlight-panel.ts'
import { isBesidePanels } from './is-beside-panels.ts'
import type { PanelId, PanelPlace } from './panel-place.ts'

export interface PlaceViewer {
  toHref(place: PanelPlace): string
  /** Goes where a link led: from above the page down to the panel, with the focus. */
  show(place: PanelPlace): void
  /** Moves a panel beside the pane; whoever reads on in the pane keeps the focus. */
  move(panel: PanelId, changes: ParameterChanges | null): void
}

/** Brings panels of the open client's page into view, in the state of an answer. */
export function useShowPlace(clientId: number, close: () => void): PlaceViewer {
  const { search } = useLocation()
  const navigate = useNavigate()
  const latest = useRef({ search, close })
  latest.current = { search, close }
  return useMemo(() => {
    const compose = (changes: ParameterChanges | null) =>
      composeClientSearch(latest.current.search, changes ?? {})
    const change = (changes: ParameterChanges | null) => {
      const next = compose(changes)
      if (sort(next) !== sort(latest.current.search)) {
        navigate({ search: next }, { replace: true, preventScrollReset: true })
      }
    }
    return {
      toHref: (place) =>
        place.kind === 'page' ? place.href : `/clients/${clientId}${compose(place.changes)}#${place.panel}`,
      show(place) {
        if (!isBesidePanels()) latest.current.close()
        if (place.kind === 'page') return navigate(place.href)
        change(place.changes)
        // Once the sheet is gone: nothing below it takes the focus before.
        requestAnimationFrame(() => {
          showPanel(place.panel)
          highlightPanel(place.panel)
        })
      },
      move(panel, changes) {
        change(changes)
        if (isBesidePanels()) highlightPanel(panel)
      },
    }
  }, [clientId, navigate])
}

function sort(search: string): string {
  const parameters = new URLSearchParams(search)
  parameters.sort()
  return parameters.toString()
}
