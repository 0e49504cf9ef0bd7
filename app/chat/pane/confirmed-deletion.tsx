import { type FormEvent, useState } from 'react'
import { useMessages } from '../../components/use-messages.ts'

interface ConfirmedDeletionProps {
  /** Where the form goes without scripts. */
  action: string
  fields: Record<string, string>
  label: string
  note: string
  /** Does it with scripts. Returns whether it worked. */
  remove(): Promise<boolean>
}

/** What will be deleted, and the button that does it. */
export function ConfirmedDeletion({ action, fields, label, note, remove }: ConfirmedDeletionProps) {
  const { t } = useMessages()
  const [state, setState] = useState<'ready' | 'deleting' | 'failed'>('ready')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (state === 'deleting') return
    setState('deleting')
    if (!(await remove())) setState('failed')
  }
  return (
    <form
      method="post"
      action={action}
      aria-label={label}
      onSubmit={submit}
      className="mt-1.5 rounded-control bg-sunken px-3 py-2.5 text-xs"
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>{note}</p>
      <button type="submit" className="button mt-2 h-8 border-bad text-xs text-bad sm:h-8">
        {t('chat.delete.confirm')}
      </button>
      <p role="alert" className={state === 'failed' ? 'mt-1.5 text-bad' : ''}>
        {state === 'failed' && t('chat.delete.failed')}
      </p>
    </form>
  )
}
