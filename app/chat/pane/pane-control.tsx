import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isBesidePanels } from './is-beside-panels.ts'
import { keepPaneState } from './pane-cookie.ts'

/** Takes a question into the pane's box, null for none, and the focus. */
export type TakeQuestion = (question: string | null) => void

export interface PaneControl {
  /** Whether the pane stands beside the panels where there is room. */
  isOpen: boolean
  /** Whether it lies above the page where there is none. */
  isSheetOpen: boolean
  /** Whether a pane is there and its scripts run. */
  isReady: boolean
  close(): void
  /** Opens the pane with a question in its box, to be changed and sent. */
  ask(question: string | null): void
  /** Called by the pane itself; returns what takes it out again. */
  register(take: TakeQuestion): () => void
}

const PaneControlContext = createContext<PaneControl | null>(null)

/** The pane of this page; null where there can be none. */
export function usePaneControl(): PaneControl | null {
  return useContext(PaneControlContext)
}

interface PaneControlProviderProps {
  /** What this browser kept. */
  isOpenAtFirst: boolean
  children: ReactNode
}

/** Lets every part of a page open the pane and ask in it. */
export function PaneControlProvider({ isOpenAtFirst, children }: PaneControlProviderProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const [isReady, setReady] = useState(false)
  const taker = useRef<TakeQuestion | null>(null)
  const actions = useMemo(() => {
    const set = (isShown: boolean) => {
      setSheetOpen(isShown && !isBesidePanels())
      if (!isBesidePanels()) return
      setOpen(isShown)
      keepPaneState(isShown)
    }
    return {
      close() {
        const isInside = document.activeElement?.closest('.pane') !== null
        flushSync(() => set(false))
        // What had the focus is hidden now; what opens the pane again is not.
        if (isInside)
          document.querySelector<HTMLElement>('.pane-opener button')?.focus({ preventScroll: true })
      },
      ask(question: string | null) {
        // What is hidden takes no focus.
        flushSync(() => set(true))
        taker.current?.(question)
      },
      register(take: TakeQuestion) {
        taker.current = take
        setReady(true)
        return () => {
          if (taker.current !== take) return
          taker.current = null
          setReady(false)
          setSheetOpen(false)
        }
      },
    }
  }, [])
  const control = useMemo(
    (): PaneControl => ({ isOpen, isSheetOpen, isReady, ...actions }),
    [isOpen, isSheetOpen, isReady, actions],
  )
  return <PaneControlContext.Provider value={control}>{children}</PaneControlContext.Provider>
}
