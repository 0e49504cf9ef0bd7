import type { ReactNode } from 'react'

/** A page's name and what it is for. */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <>
      <h1 className="text-title font-[640] tracking-[-0.015em]">{title}</h1>
      {children && <p className="mt-0.5 text-ink-2">{children}</p>}
    </>
  )
}
