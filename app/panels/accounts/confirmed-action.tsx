import { Form } from '@remix-run/react'
import { useMessages } from '../../components/use-messages.ts'

interface ConfirmedActionProps {
  /** Hidden fields that the form sends. */
  fields: Record<string, string>
  label: string
  /** The same, with what it is done to: for who hears one control after the other. */
  accessibleLabel: string
  /** What will happen. */
  note: string
}

/** A button that opens what it will do, with a second one that does it. Works without scripts. */
export function ConfirmedAction({ fields, label, accessibleLabel, note }: ConfirmedActionProps) {
  const { t } = useMessages()
  return (
    <details className="relative">
      <summary className="button h-8 text-xs sm:h-8" aria-label={accessibleLabel}>
        {label}
      </summary>
      <Form
        method="post"
        aria-label={accessibleLabel}
        className="mt-1.5 max-w-64 rounded-control bg-sunken p-3 text-left text-xs"
      >
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{note}</p>
        <button
          type="submit"
          className="button button-primary mt-2 h-8 text-xs sm:h-8"
          aria-label={t('admin.users.confirm.of', { action: accessibleLabel })}
        >
          {t('admin.users.confirm')}
        </button>
      </Form>
    </details>
  )
}
