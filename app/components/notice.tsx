import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Something the reader must know before the figures. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex gap-3 rounded-card border border-warn/35 bg-warn-soft px-4 py-3 text-ink"
    >
      <Icon name="info" className="mt-0.5 size-4 text-warn" />
      <div className="min-w-0">
        <h2 className="font-[620]">{title}</h2>
        {children}
      </div>
    </section>
  )
}
