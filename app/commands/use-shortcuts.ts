import { useEffect, useRef } from 'react'
import { createKeySequence } from './create-key-sequence.ts'
import { focusRow } from './focus-row.ts'
import { isTyping } from './is-typing.ts'
import { type ShortcutName, shortcuts } from './shortcuts.ts'

const names = Object.keys(shortcuts) as ShortcutName[]
const sequenceOf = (name: ShortcutName) => shortcuts[name].keys.join(' ')
const arrowSteps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }

interface ShortcutHandlers {
  /** Whether keys of one character count; Ctrl K always does. */
  isOn: boolean
  openPalette(): void
  /** Does what a shortcut stands for; false when there is nothing to do on this page. */
  run(name: ShortcutName): boolean
}

/** Listens for Ctrl K (⌘ K), for the shortcuts, and for arrows that start at a row of a list. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const latest = useRef(handlers)
  latest.current = handlers
  useEffect(() => {
    const feed = createKeySequence(names.map(sequenceOf))
    const onKeyDown = (event: KeyboardEvent) => {
      if (act(event, latest.current, feed)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Does what a key stands for. Returns whether it stood for anything. */
function act(event: KeyboardEvent, handlers: ShortcutHandlers, feed: ReturnType<typeof createKeySequence>) {
  if (event.defaultPrevented || event.altKey) return false
  if (isPaletteKey(event)) {
    handlers.openPalette()
    return true
  }
  if (event.ctrlKey || event.metaKey || isTyping(event.target)) return false
  if (movesFromRow(event)) return true
  if (!handlers.isOn) return false
  const name = findShortcut(feed(event.key.toLowerCase(), event.timeStamp))
  return name !== undefined && handlers.run(name)
}

function findShortcut(sequence: string | null): ShortcutName | undefined {
  return names.find((name) => sequenceOf(name) === sequence)
}

function isPaletteKey({ ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && key.toLowerCase() === 'k'
}

function movesFromRow({ key, target }: KeyboardEvent): boolean {
  const step = arrowSteps[key]
  const isRow = target instanceof Element && target.classList.contains('row-link')
  return step !== undefined && isRow && focusRow(step)
}
