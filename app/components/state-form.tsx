import { Form, useLocation, useSubmit } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'

interface StateFormProps {
  /** Parameters of the address that the form writes; all others are kept. */
  parameters: readonly string[]
  /** Parameters that the form always sends. */
  fixed?: Record<string, string>
  /** Id of the part that the form changes: without scripts the new page opens there. */
  anchor: string
  label: string
  className: string
  /** Takes the place of sending, where scripts already did what the form asks. */
  onSubmit?: () => void
  children: ReactNode
}

/** A GET form that changes a part of the page's state; the state of the other panels stays. Works without scripts. */
export function StateForm(props: StateFormProps) {
  const { parameters, fixed = {}, anchor, label, className, onSubmit, children } = props
  const { pathname, search } = useLocation()
  const submit = useSubmit()
  const written = new Set([...parameters, ...Object.keys(fixed)])
  const kept = [...new URLSearchParams(search)].filter(([name, text]) => !written.has(name) && text !== '')

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (onSubmit) return onSubmit()
    const filled = [...new FormData(event.currentTarget)].filter(([, text]) => text !== '')
    const sent = new URLSearchParams(filled.map(([name, text]) => [name, String(text)]))
    submit(sent, { method: 'get', action: pathname, preventScrollReset: true })
  }
  return (
    <Form
      method="get"
      action={`${pathname}#${anchor}`}
      autoComplete="off"
      aria-label={label}
      onSubmit={send}
      className={className}
    >
      {[...kept, ...Object.entries(fixed)].map(([name, text]) => (
        <input key={`${name} ${text}`} type="hidden" name={name} value={text} />
      ))}
      {children}
    </Form>
  )
}
