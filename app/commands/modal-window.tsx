import { type ReactNode, type RefObject, useEffect } from 'react'

interface ModalWindowProps {
  dialog: RefObject<HTMLDialogElement>
  label: string
  onClose(): void
  className: string
  children: ReactNode
}

/**
 * A window above the page that keeps the focus until it is closed, and then gives it back: the browser's own dialog.
 * Escape and a click beside it close it.
 */
export function ModalWindow({ dialog, label, onClose, className, children }: ModalWindowProps) {
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
  }, [dialog])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
      className={`modal ${className}`}
    >
      <div className="flex max-h-[inherit] flex-col">{children}</div>
    </dialog>
  )
}
