import { useId, useRef } from 'react'
import { Icon } from '../components/icon.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { Command } from './command.ts'
import { ModalWindow } from './modal-window.tsx'
import { PaletteList } from './palette-list.tsx'
import { usePalette } from './use-palette.ts'

interface CommandPaletteProps {
  commands: Command[]
  onClose(): void
}

/** One field for everything: digits find a client, words a command. A combobox with its list in a modal window. */
export function CommandPalette({ commands, onClose }: CommandPaletteProps) {
  const { t, format } = useMessages()
  const listId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const palette = usePalette(commands, () => dialog.current?.close())
  const { entries, active, suggestions, hasFailed, isWaiting } = palette
  return (
    <ModalWindow
      dialog={dialog}
      label={t('palette.title')}
      onClose={onClose}
      className="top-[12vh] max-h-[min(34rem,76vh)] w-[min(38rem,calc(100vw-2rem))]"
    >
      <div className="relative border-b border-line">
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-4 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          type="text"
          role="combobox"
          // biome-ignore lint/a11y/noAutofocus: a modal window moves the focus to its first field
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          aria-label={t('palette.label')}
          aria-autocomplete="list"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          {...(entries.length > 0 && { 'aria-activedescendant': `${listId}-${active}` })}
          placeholder={t('palette.placeholder')}
          value={palette.text}
          onChange={(event) => palette.type(event.target.value)}
          onKeyDown={palette.onKeyDown}
          className="h-13 w-full rounded-t-card bg-transparent pr-4 pl-11 text-base text-ink outline-none placeholder:text-ink-3"
        />
      </div>
      <PaletteList
        listId={listId}
        entries={entries}
        active={active}
        onChoose={palette.choose}
        onHover={palette.hover}
      />
      {entries.length === 0 && !isWaiting && (
        <p className="px-4 py-6 text-center text-ink-2">
          {hasFailed ? t('search.failed') : t('palette.none', { query: palette.text.trim() })}
        </p>
      )}
      <p role="status" className="sr-only">
        {isWaiting
          ? ''
          : t('palette.count', {
              count: entries.length,
              clients: format.integer(suggestions?.matchCount ?? 0),
            })}
      </p>
      <p
        aria-hidden="true"
        className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line px-4 py-2 text-2xs text-ink-3 max-sm:hidden"
      >
        <span>{t('palette.hint.move')}</span>
        <span>{t('palette.hint.choose')}</span>
        <span>{t('palette.hint.close')}</span>
      </p>
    </ModalWindow>
  )
}
