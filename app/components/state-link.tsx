import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { composeClientSearch, type ParameterChanges } from '../client-page/compose-client-search.ts'
import { useHydrated } from './use-hydrated.ts'

interface StateLinkProps {
  changes: ParameterChanges
  /** Id of the part that the link changes: without scripts the new page opens there. */
  anchor: string
  className: string
  isCurrent?: boolean
  /** Of a link that opens or closes what stands below it. */
  isExpanded?: boolean
  label?: string
  children: ReactNode
}

/** A link to the same page in another state; the state of the other panels stays. */
export function StateLink(props: StateLinkProps) {
  const { changes, anchor, className, isCurrent, isExpanded, label, children } = props
  const { search } = useLocation()
  const isHydrated = useHydrated()
  return (
    <Link
      to={{ search: composeClientSearch(search, changes), hash: isHydrated ? '' : `#${anchor}` }}
      preventScrollReset
      aria-current={isCurrent ? 'true' : undefined}
      aria-expanded={isExpanded}
      aria-label={label}
      className={className}
    >
      {children}
    </Link>
  )
}
