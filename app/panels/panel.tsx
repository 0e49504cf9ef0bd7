import type { ReactNode } from 'react'

interface PanelProps {
  id: string
  title: string
  note?: ReactNode
  /** Columns of the page's grid that the panel takes. */
  className: string
  children: ReactNode
}

/** A card of the client's page: its title, what stands opposite, and its content. */
export function Panel({ id, title, note, className, children }: PanelProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={`card p-4 sm:p-5 ${className}`}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id={`${id}-title`} className="font-[620]">
          {title}
        </h2>
        {note && <p className="ml-auto text-right text-xs text-ink-3">{note}</p>}
      </div>
      {children}
    </section>
  )
}
