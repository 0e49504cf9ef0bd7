import { useRef } from 'react'
import { useMessages } from '../components/use-messages.ts'
import { KeyCaps } from './key-caps.tsx'
import { ModalWindow } from './modal-window.tsx'
import { shortcuts } from './shortcuts.ts'

interface ShortcutSheetProps {
  /** How this keyboard writes the palette's keys. */
  paletteKeys: readonly string[]
  isOn: boolean
  onSwitch(isOn: boolean): void
  onClose(): void
}

/** Every key that does something, and the switch for those of one character. */
export function ShortcutSheet({ paletteKeys, isOn, onSwitch, onClose }: ShortcutSheetProps) {
  const { t } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const rows = [
    { keys: paletteKeys, message: 'palette.open' } as const,
    ...Object.values(shortcuts),
    { keys: ['Esc'], message: 'keys.close' } as const,
  ]
  return (
    <ModalWindow
      dialog={dialog}
      label={t('keys.title')}
      onClose={onClose}
      className="top-[10vh] max-h-[80vh] w-[min(30rem,calc(100vw-2rem))]"
    >
      <div className="min-h-0 overflow-y-auto p-5">
        <h2 className="text-lg font-[620]">{t('keys.title')}</h2>
        <dl className="mt-3 divide-y divide-line">
          {rows.map(({ keys, message }) => (
            <div key={message} className="flex min-h-9 items-center justify-between gap-4">
              <dt className={isOn || keys === paletteKeys ? '' : 'text-ink-3'}>{t(message)}</dt>
              <dd>
                <KeyCaps keys={keys} />
              </dd>
            </div>
          ))}
        </dl>
        <label className="mt-4 flex items-start gap-2.5">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => onSwitch(event.target.checked)}
            className="mt-0.5 size-4 accent-accent"
          />
          <span>
            {t('keys.switch')}
            <span className="block text-xs text-ink-3">{t('keys.switch.note')}</span>
          </span>
        </label>
        <button type="button" onClick={() => dialog.current?.close()} className="button mt-5">
          {t('keys.dismiss')}
        </button>
      </div>
    </ModalWindow>
  )
}
