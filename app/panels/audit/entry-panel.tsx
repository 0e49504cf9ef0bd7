import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { AuditEntryView } from '#core/contracts/audit.ts'
import type { ActorNames } from '../../audit/actor-names.ts'
import { readShownDecision } from '../../audit/read-shown-decision.ts'
import { useAuditWords } from '../../audit/use-audit-words.ts'
import { AdviceBadge } from '../../components/advice-badge.tsx'
import { ClientNumber } from '../../components/client-number.tsx'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { AdminTabs } from '../accounts/admin-tabs.tsx'
import { PageHeading } from '../accounts/page-heading.tsx'
import { EntryProof } from './entry-proof.tsx'

export interface EntryPanelProps {
  entry: AuditEntryView
  names: ActorNames
}

/** One entry of the log: what was shown, and all that proves it. */
export function EntryPanel({ entry, names }: EntryPanelProps) {
  const { t, format } = useMessages()
  return (
    <>
      <AdminTabs />
      <div className="mt-4 flex flex-wrap items-end justify-between gap-3">
        <div>
          <PageHeading title={t('audit.entry.title', { entry: format.integer(entry.entryId) })}>
            {format.instant(entry.recordedAt)}
          </PageHeading>
        </div>
        <EntrySteps entry={entry} />
      </div>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="grid content-start gap-4">
          <Wholeness isAsWritten={entry.isAsWritten} />
          <Shown entry={entry} names={names} />
        </div>
        <EntryProof entry={entry} />
        <div className="grid gap-4 lg:col-span-2">
          <Document title={t('audit.entry.input')} json={entry.input} isOpen />
          <Document title={t('audit.entry.answer')} json={entry.answer} />
        </div>
      </div>
    </>
  )
}

/** To the entries beside this one. */
function EntrySteps({ entry: { entryId, lastEntryId } }: { entry: AuditEntryView }) {
  const { t } = useMessages()
  return (
    <div className="flex flex-wrap gap-2">
      {entryId > 1 && (
        <Link to={`/admin/audit/${entryId - 1}`} rel="prev" className="button">
          <Icon name="previous" className="size-3.5" />
          {t('audit.entry.older')}
        </Link>
      )}
      {entryId < lastEntryId && (
        <Link to={`/admin/audit/${entryId + 1}`} rel="next" className="button">
          {t('audit.entry.newer')}
          <Icon name="next" className="size-3.5" />
        </Link>
      )}
    </div>
  )
}

function Wholeness({ isAsWritten }: { isAsWritten: boolean }) {
  const { t } = useMessages()
  const look = isAsWritten
    ? ({ name: 'check', box: 'border-good/40 bg-good-soft', icon: 'text-good' } as const)
    : ({ name: 'cross', box: 'border-bad/45 bg-bad-soft', icon: 'text-bad' } as const)
  return (
    <section aria-labelledby="wholeness" className={`flex gap-3 rounded-card border px-4 py-3 ${look.box}`}>
      <Icon name={look.name} className={`mt-0.5 size-4 shrink-0 ${look.icon}`} />
      <div>
        <h2 id="wholeness" className="font-[620]">
          {t(isAsWritten ? 'audit.entry.whole' : 'audit.entry.changed')}
        </h2>
        <p>{t(isAsWritten ? 'audit.entry.whole.note' : 'audit.entry.changed.note')}</p>
      </div>
    </section>
  )
}

function Shown({ entry, names }: EntryPanelProps) {
  const { t, format } = useMessages()
  const { sayActor, sayDoor, sayKind } = useAuditWords()
  const decision = readShownDecision(entry.answer)
  return (
    <section aria-labelledby="shown" className="card p-5">
      <h2 id="shown" className="font-[620]">
        {t('audit.entry.shown')}
      </h2>
      <dl className="mt-3 grid gap-x-6 sm:grid-cols-[auto_1fr] sm:gap-y-2">
        <Fact name={t('audit.column.kind')}>{sayKind(entry.kind)}</Fact>
        <Fact name={t('audit.column.client')}>
          {entry.clientId === null ? (
            t('audit.client.several')
          ) : (
            <Link to={`/clients/${entry.clientId}`} className="link">
              <ClientNumber clientId={entry.clientId} />
            </Link>
          )}
        </Fact>
        {decision && (
          <>
            <Fact name={t('audit.entry.advice')}>
              <AdviceBadge advice={decision.advice} />
            </Fact>
            <Fact name={t('audit.entry.repayment')}>
              {format.probability(decision.probabilityOfRepayment)}
            </Fact>
          </>
        )}
        <Fact name={t('audit.column.who')}>
          {sayActor(entry.actor, names)}
          <span className="block text-xs wrap-anywhere text-ink-2">{entry.actor}</span>
        </Fact>
        <Fact name={t('audit.column.door')}>{sayDoor(entry.door)}</Fact>
        <Fact name={t('audit.column.model')}>{entry.modelVersion}</Fact>
        <Fact name={t('audit.entry.data')}>{entry.dataVersion}</Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="wrap-anywhere max-sm:mb-2.5 max-sm:last:mb-0">{children}</dd>
    </>
  )
}

function Document({ title, json, isOpen = false }: { title: string; json: string; isOpen?: boolean }) {
  return (
    <details open={isOpen} className="card group">
      <summary className="flex items-center gap-2 rounded-card px-5 py-3 font-[620]">
        <Icon name="next" className="size-3.5 text-ink-2 group-open:rotate-90" />
        {title}
      </summary>
      <pre className="border-t border-line px-5 py-3 text-xs wrap-anywhere whitespace-pre-wrap">
        {JSON.stringify(JSON.parse(json), null, 2)}
      </pre>
    </details>
  )
}
