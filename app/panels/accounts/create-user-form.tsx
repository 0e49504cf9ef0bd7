import { Form } from '@remix-run/react'
import { useMessages } from '../../components/use-messages.ts'
import { roleMessages, roles } from './role-messages.ts'
import { TextField } from './text-field.tsx'

/** One more account. */
export function CreateUserForm() {
  const { t } = useMessages()
  return (
    <section aria-labelledby="create-user" className="card p-5">
      <h2 id="create-user" className="font-[620]">
        {t('admin.users.create.title')}
      </h2>
      <p className="mt-1 text-ink-2">{t('admin.users.create.lead')}</p>
      <Form
        method="post"
        aria-labelledby="create-user"
        autoComplete="off"
        className="mt-3 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_14rem_auto]"
      >
        <TextField name="name" label={t('account.name')} required maxLength={100} />
        <TextField
          name="email"
          type="email"
          label={t('account.email')}
          spellCheck={false}
          required
          maxLength={200}
        />
        <label className="block min-w-0 cursor-auto">
          <span className="eyebrow mb-1 block">{t('account.role')}</span>
          <select name="role" defaultValue="advisor" className="field">
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(roleMessages[role])}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" name="intent" value="create" className="button button-primary">
          {t('admin.users.create.submit')}
        </button>
      </Form>
    </section>
  )
}
