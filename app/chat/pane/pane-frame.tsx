import { type ReactNode, useEffect, useId } from 'react'
import { Icon } from '../../components/icon.tsx'
import { useHydrated } from '../../components/use-hydrated.ts'
import { useMessages } from '../../components/use-messages.ts'
import { usePaneControl } from './pane-control.tsx'
import { useIsBesidePanels } from './use-is-beside-panels.ts'

interface PaneFrameProps {
  /** The pane's content, given the id that its title is to have. */
  children(titleId: string): ReactNode
}

/**
 * The pane's place: beside the panels where there is room, else above them as a sheet, which then keeps the focus. What
 * opens it has room of its own on the page, so that it never lies over anything. Without scripts it is a part of the page.
 */
export function PaneFrame({ children }: PaneFrameProps) {
  const { t } = useMessages()
  const pane = usePaneControl()
  const isBeside = useIsBesidePanels()
  const isHydrated = useHydrated()
  const titleId = useId()
  const isModal = pane?.isSheetOpen === true && !isBeside
  useModal(isModal)
  return (
    <>
      {isHydrated && pane && (
        <div className="pane-opener print:hidden">
          <button
            type="button"
            onClick={() => pane.ask(null)}
            aria-label={t('chat.open')}
            title={t('chat.open')}
          >
            <Icon name="chat" className="size-4" />
            <span>{t('chat.compose.placeholder')}</span>
          </button>
        </div>
      )}
      {isModal && <div aria-hidden="true" className="pane-backdrop" onClick={pane.close} />}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of its roles are named */}
      <div
        id="conversation"
        aria-labelledby={titleId}
        data-sheet={isModal || undefined}
        role={isModal ? 'dialog' : 'complementary'}
        aria-modal={isModal || undefined}
        className="pane print:hidden"
      >
        {children(titleId)}
      </div>
    </>
  )
}

const below = 'body > header, .workspace-content, .pane-opener'

/** Nothing below a sheet takes the focus or is read. */
function useModal(isModal: boolean) {
  useEffect(() => {
    if (!isModal) return
    const others = [...document.querySelectorAll<HTMLElement>(below)]
    for (const element of others) element.inert = true
    return () => {
      for (const element of others) element.inert = false
    }
  }, [isModal])
}
