import { Link } from '@remix-run/react'
import type { AuditList, AuditPlace } from '#core/contracts/audit.ts'
import type { AuditQuery } from '../../audit/audit-query.ts'
import { composeAuditHref } from '../../audit/compose-audit-href.ts'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'

const step = 'inline-flex h-9 items-center gap-1.5 rounded-control px-2.5 font-[540] hover:bg-sunken sm:h-8'

/** From page to page by entries, so that those which come meanwhile move nothing. */
export function AuditPages({
  list: { entries, hasNewer, hasOlder },
  query,
}: {
  list: AuditList
  query: AuditQuery
}) {
  const { t } = useMessages()
  const first = entries[0]
  const last = entries.at(-1)
  if ((!hasNewer && !hasOlder) || !first || !last) return null
  const hrefOf = (place: AuditPlace) => composeAuditHref({ ...query, place })
  return (
    <nav
      aria-label={t('audit.pages')}
      className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-2.5"
    >
      <div className="flex gap-1">
        {hasNewer && (
          <>
            <Link to={hrefOf({ beside: null })} className={step}>
              {t('audit.newest')}
            </Link>
            <Link to={hrefOf({ beside: first.entryId, direction: 'newer' })} rel="prev" className={step}>
              <Icon name="previous" className="size-3.5" />
              {t('audit.newer')}
            </Link>
          </>
        )}
      </div>
      {hasOlder && (
        <Link to={hrefOf({ beside: last.entryId, direction: 'older' })} rel="next" className={step}>
          {t('audit.older')}
          <Icon name="next" className="size-3.5" />
        </Link>
      )}
    </nav>
  )
}
