import { Form, Link, useSubmit } from '@remix-run/react'
import type { FormEvent } from 'react'
import type { ActorNames } from '../../audit/actor-names.ts'
import { auditDoors, auditKinds } from '../../audit/audit-messages.ts'
import { type AuditQuery, isFiltered } from '../../audit/audit-query.ts'
import { composeAuditHref } from '../../audit/compose-audit-href.ts'
import { useAuditWords } from '../../audit/use-audit-words.ts'
import { SelectChoice } from '../../components/select-choice.tsx'
import { useMessages } from '../../components/use-messages.ts'

interface AuditFilterFormProps {
  query: AuditQuery
  names: ActorNames
}

/** The filters as a plain GET form, which keeps what is empty out of the address where scripts run. */
export function AuditFilterForm({ query, names }: AuditFilterFormProps) {
  const { t } = useMessages()
  const { sayDoor, sayKind } = useAuditWords()
  const submit = useSubmit()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const filled = [...new FormData(event.currentTarget)].filter(([, text]) => text !== '')
    submit(new URLSearchParams(filled.map(([name, text]) => [name, String(text)])), {
      method: 'get',
      action: '/admin/audit',
      preventScrollReset: true,
    })
  }
  return (
    <Form
      // Another query is another form: what was typed and not sent goes.
      key={composeAuditHref({ ...query, place: { beside: null } })}
      method="get"
      action="/admin/audit"
      role="search"
      autoComplete="off"
      aria-label={t('audit.filters')}
      onSubmit={send}
      className="card grid grid-cols-2 items-end gap-x-4 gap-y-3.5 p-4 md:grid-cols-3 xl:grid-cols-[8rem_1fr_1fr_1fr_10rem_auto]"
    >
      <label className="block min-w-0 cursor-auto">
        <span className="eyebrow mb-1 block">{t('audit.filter.client')}</span>
        <input
          type="text"
          inputMode="numeric"
          name="client"
          maxLength={20}
          placeholder={t('audit.filter.client.hint')}
          defaultValue={query.clientId ?? ''}
          className="field"
        />
      </label>
      <WhoChoice actor={query.actor} names={names} />
      <SelectChoice
        name="kind"
        label={t('audit.filter.kind')}
        chosen={query.kind}
        options={auditKinds.map((kind) => [kind, sayKind(kind)])}
      />
      <SelectChoice
        name="door"
        label={t('audit.filter.door')}
        chosen={query.door}
        options={auditDoors.map((door) => [door, sayDoor(door)])}
      />
      <label className="block min-w-0 cursor-auto">
        <span className="eyebrow mb-1 block">{t('audit.filter.day')}</span>
        <input type="date" name="day" defaultValue={query.day ?? ''} className="field" />
      </label>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button">
          {t('audit.filter.apply')}
        </button>
        {isFiltered(query) && (
          <Link
            to="/admin/audit"
            preventScrollReset
            className="button border-transparent bg-transparent text-ink-2"
          >
            {t('audit.filter.reset')}
          </Link>
        )}
      </div>
    </Form>
  )
}

/** A person, a program, or whoever works on the service's own machine. */
function WhoChoice({ actor, names: { people, tokens } }: { actor: string | undefined; names: ActorNames }) {
  const { t } = useMessages()
  const isListed = actor === undefined || actor === 'local' || actor in people || actor in tokens
  return (
    <label className="block min-w-0 cursor-auto">
      <span className="eyebrow mb-1 block">{t('audit.filter.who')}</span>
      <select name="who" defaultValue={actor ?? ''} className="field">
        <option value="">{t('filter.any')}</option>
        {!isListed && <option value={actor}>{actor}</option>}
        <optgroup label={t('audit.people')}>
          {Object.entries(people).map(([user, name]) => (
            <option key={user} value={user}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('audit.tokens')}>
          {Object.entries(tokens).map(([token, name]) => (
            <option key={token} value={token}>
              {name}
            </option>
          ))}
        </optgroup>
        <option value="local">{t('audit.machine')}</option>
      </select>
    </label>
  )
}
