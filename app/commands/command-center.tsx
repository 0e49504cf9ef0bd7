import { useLocation, useNavigate } from '@remix-run/react'
import { type RefObject, useEffect, useState } from 'react'
import { usePaneControl } from '../chat/pane/pane-control.tsx'
import type { Visitor } from '../components/account-menu.tsx'
import { Icon } from '../components/icon.tsx'
import { useHydrated } from '../components/use-hydrated.ts'
import { useMessages } from '../components/use-messages.ts'
import type { Theme } from '../theme.ts'
import { CommandPalette } from './command-palette.tsx'
import { focusRow } from './focus-row.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import type { ShortcutName } from './shortcuts.ts'
import { showPanel } from './show-panel.ts'
import { useCommands } from './use-commands.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useSingleKeys } from './use-single-keys.ts'

interface CommandCenterProps {
  theme: Theme
  visitor: Visitor
  openClientId: number | null
  /** The header's search, which a key leads to. */
  search: RefObject<HTMLInputElement>
}

/** The button of the palette, the palette, the sheet of keys, and the keys themselves. It needs scripts. */
export function CommandCenter({ theme, visitor, openClientId, search }: CommandCenterProps) {
  const { t } = useMessages()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const isHydrated = useHydrated()
  const pane = usePaneControl()
  const [shown, setShown] = useState<'palette' | 'help' | null>(null)
  const [isOn, setOn] = useSingleKeys()
  const openHelp = () => setShown('help')
  const commands = useCommands({ theme, visitor, openClientId, openHelp })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes what stands above the last one
  useEffect(() => setShown(null), [pathname])

  const goTo = (path: string) => () => {
    navigate(path)
    return true
  }
  const actions: Record<ShortcutName, () => boolean> = {
    search: () => {
      search.current?.focus()
      search.current?.select()
      return true
    },
    portfolio: goTo('/clients'),
    model: goTo('/model'),
    drift: goTo('/drift'),
    account: goTo('/account'),
    nextRow: () => focusRow(1),
    previousRow: () => focusRow(-1),
    simulate: () => openClientId !== null && showPanel('what-if', 'input[type=range]'),
    ask() {
      if (pane?.isReady) pane.ask(null)
      return pane?.isReady === true
    },
    print: () => {
      window.print()
      return true
    },
    help: () => {
      openHelp()
      return true
    },
  }
  useShortcuts({ isOn, openPalette: () => setShown('palette'), run: (name) => actions[name]() })
  if (!isHydrated) return null

  const paletteKeys = [/Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘' : 'Ctrl', 'K']
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setShown('palette')}
        className="absolute top-1/2 right-1.5 inline-flex h-7 -translate-y-1/2 items-center gap-1 rounded-md border border-line bg-surface px-2 text-2xs text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <Icon name="command" className="size-3.5 lg:hidden" />
        <span className="sr-only">{t('palette.open')} </span>
        <span className="max-lg:hidden">{paletteKeys.join(' ')}</span>
      </button>
      {shown === 'palette' && <CommandPalette commands={commands} onClose={() => setShown(closePalette)} />}
      {shown === 'help' && (
        <ShortcutSheet
          paletteKeys={paletteKeys}
          isOn={isOn}
          onSwitch={setOn}
          onClose={() => setShown((current) => (current === 'help' ? null : current))}
        />
      )}
    </>
  )
}

/** A command of the palette may have opened the sheet by the time the palette reports that it is closed. */
function closePalette(shown: 'palette' | 'help' | null) {
  return shown === 'palette' ? null : shown
}
