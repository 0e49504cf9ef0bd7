import { Form } from '@remix-run/react'
import type { Scope } from '#core/contracts/caller.ts'
import { useMessages } from '../../components/use-messages.ts'
import { scopeMessages } from './scope-messages.ts'
import { TextField } from './text-field.tsx'

const durations = [30, 90, 365]

/** One more token: for which program, with which rights, for how long. */
export function CreateTokenForm({ scopes }: { scopes: readonly Scope[] }) {
  const { t } = useMessages()
  return (
    <section aria-labelledby="create-token" className="card p-5">
      <h2 id="create-token" className="font-[620]">
        {t('admin.tokens.create.title')}
      </h2>
      <Form
        method="post"
        aria-labelledby="create-token"
        autoComplete="off"
        className="mt-3 grid max-w-4xl items-start gap-x-10 gap-y-4 md:grid-cols-2"
      >
        <TextField name="name" label={t('admin.tokens.create.name')} required maxLength={100} />
        <fieldset className="md:row-span-3">
          <legend className="eyebrow mb-1">{t('admin.tokens.create.scopes')}</legend>
          {scopes.map((scope) => {
            const message = scopeMessages[scope]
            return (
              <label key={scope} className="flex items-start gap-2.5 py-1">
                <input
                  type="checkbox"
                  name="scopes"
                  value={scope}
                  defaultChecked={scope === 'clients:read'}
                  className="mt-0.5 size-4 accent-(--color-accent)"
                />
                <span>{message ? t(message) : scope}</span>
              </label>
            )
          })}
        </fieldset>
        <label className="block max-w-48 cursor-auto md:col-start-1">
          <span className="eyebrow mb-1 block">{t('admin.tokens.create.expiry')}</span>
          <select name="expiresInDays" defaultValue="90" className="field">
            {durations.map((days) => (
              <option key={days} value={days}>
                {t('admin.tokens.create.days', { days })}
              </option>
            ))}
            <option value="never">{t('admin.tokens.create.noExpiry')}</option>
          </select>
        </label>
        <button
          type="submit"
          name="intent"
          value="create"
          className="button button-primary justify-self-start md:col-start-1"
        >
          {t('admin.tokens.create.submit')}
        </button>
      </Form>
    </section>
  )
}
