import { Link } from '@remix-run/react'
import type { ListedAuditEntry } from '#core/contracts/audit.ts'
import type { ActorNames } from '../../audit/actor-names.ts'
import { useAuditWords } from '../../audit/use-audit-words.ts'
import { ClientNumber } from '../../components/client-number.tsx'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'

interface AuditTableProps {
  entries: ListedAuditEntry[]
  names: ActorNames
}

const columns: [MessageKey, string][] = [
  ['audit.column.moment', ''],
  ['audit.column.kind', ''],
  ['audit.column.client', ''],
  ['audit.column.who', ''],
  ['audit.column.door', ''],
  ['audit.column.model', 'max-xl:hidden'],
  ['audit.column.entry', 'text-right! max-lg:hidden'],
]

/** One row an entry; a whole row opens it. On a phone each row is a few lines. */
export function AuditTable({ entries, names }: AuditTableProps) {
  const { t } = useMessages()
  return (
    <table className="w-full border-separate border-spacing-0 max-md:block">
      <caption className="sr-only">{t('audit.caption')}</caption>
      <thead className="max-md:sr-only">
        <tr className="[&>th]:sticky [&>th]:top-(--header) [&>th]:z-10 [&>th]:border-b [&>th]:border-line [&>th]:bg-surface [&>:first-child]:pl-5 [&>:last-child]:pr-5">
          {columns.map(([name, className]) => (
            <th
              key={name}
              scope="col"
              className={`px-3 py-2 text-left text-xs font-[560] text-ink-2 ${className}`.trim()}
            >
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {entries.map((entry) => (
          <AuditRow key={entry.entryId} entry={entry} names={names} />
        ))}
      </tbody>
    </table>
  )
}

function AuditRow({ entry, names }: { entry: ListedAuditEntry; names: ActorNames }) {
  const { t, format } = useMessages()
  const { sayActor, sayDoor, sayKind } = useAuditWords()
  const { entryId, recordedAt, actor, door, kind, clientId, modelVersion } = entry
  return (
    <tr className="relative transition-colors hover:bg-hover max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:border-b max-md:border-line max-md:px-4 max-md:py-2.5 max-md:last:border-0 md:[&:last-child>*]:border-0 md:[&>*]:border-b md:[&>*]:border-line md:[&>*]:px-3 md:[&>*]:py-2 md:[&>:first-child]:pl-5 md:[&>:last-child]:pr-5">
      <th scope="row" className="text-left font-normal whitespace-nowrap">
        <Link to={`/admin/audit/${entryId}`} className="row-link">
          <span className="sr-only">{t('audit.entry.title', { entry: format.integer(entryId) })}, </span>
          {format.instant(recordedAt)}
        </Link>
      </th>
      <td className="font-[560] max-md:text-right">{sayKind(kind)}</td>
      <td className="whitespace-nowrap max-md:text-ink-2">
        {clientId === null ? (
          <span className="text-ink-2">{t('audit.client.several')}</span>
        ) : (
          <ClientNumber clientId={clientId} />
        )}
      </td>
      <td className="wrap-anywhere max-md:order-last max-md:col-span-2 max-md:text-ink-2">
        {sayActor(actor, names)}
      </td>
      <td className="whitespace-nowrap text-ink-2 max-md:text-right">{sayDoor(door)}</td>
      <td className="text-xs wrap-anywhere text-ink-2 max-xl:hidden">{modelVersion}</td>
      <td className="text-right text-ink-2 max-lg:hidden">{format.integer(entryId)}</td>
    </tr>
  )
}
