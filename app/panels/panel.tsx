import { type ReactNode, useId } from 'react'
import { AskAboutPanel } from '../chat/pane/ask-about.tsx'

interface PanelProps {
  id: string
  title: string
  note?: ReactNode
  /** Stands beside the title, such as a switch. */
  beside?: ReactNode
  /** Columns of the page's grid that the panel takes. */
  className: string
  children: ReactNode
}

/** A card of the client's page: its title, what stands opposite, and its content. */
export function Panel({ id, title, note, beside, className, children }: PanelProps) {
  const titleId = useId()
  return (
    <section id={id} aria-labelledby={titleId} className={`card p-4 sm:p-5 ${className}`}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h2 id={titleId} className="font-[620]">
          {title}
        </h2>
        <AskAboutPanel id={id} title={title} />
        {beside}
        {note && <p className="ml-auto text-right text-xs text-ink-3">{note}</p>}
      </div>
      {children}
    </section>
  )
}
