import { Form } from '@remix-run/react'
import type { ListedUser } from '#core/contracts/accounts.ts'
import { useMessages } from '../../components/use-messages.ts'
import { ConfirmedAction } from './confirmed-action.tsx'
import { roleMessages, roles } from './role-messages.ts'

/** An account as the page has it: the moment in ISO 8601. */
export type ShownUser = Omit<ListedUser, 'createdAt'> & { createdAt: string }

const header = 'px-3 py-2 text-left text-xs font-[560] text-ink-2 first:pl-4 sm:first:pl-5'

/** One row an account: who, what they may do, whether they can, and what can be done about it. */
export function UserTable({ users, ownId }: { users: ShownUser[]; ownId: string }) {
  const { t } = useMessages()
  return (
    <table className="w-full border-separate border-spacing-0 max-md:block">
      <caption className="sr-only">{t('admin.users.caption')}</caption>
      <thead className="bg-sunken/60 max-md:sr-only">
        <tr>
          <th scope="col" className={header}>
            {t('admin.users.column.user')}
          </th>
          <th scope="col" className={header}>
            {t('admin.users.column.role')}
          </th>
          <th scope="col" className={header}>
            {t('admin.users.column.state')}
          </th>
          <th scope="col" className={`${header} max-lg:hidden`}>
            {t('admin.users.column.since')}
          </th>
          <th scope="col" className={header}>
            {t('admin.users.column.actions')}
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {users.map((user) => (
          <UserRow key={user.userId} user={user} isOwn={user.userId === ownId} />
        ))}
      </tbody>
    </table>
  )
}

function UserRow({ user, isOwn }: { user: ShownUser; isOwn: boolean }) {
  const { t, format } = useMessages()
  const isFixed = isOwn || user.isDemo
  const mark = user.isDemo ? t('admin.users.demo') : isOwn ? t('admin.users.you') : null
  return (
    <tr className="align-top [&:last-child>*]:border-0 [&>*]:border-b [&>*]:border-line [&>*]:px-3 [&>*]:py-3 max-md:block max-md:border-b max-md:border-line max-md:px-4 max-md:py-3 max-md:last:border-0 max-md:[&>*]:block max-md:[&>*]:border-0 max-md:[&>*]:p-0 max-md:[&>*]:py-1 max-md:[&>:empty]:hidden md:[&>:first-child]:pl-5">
      <th scope="row" className="text-left font-[600]">
        <span className="wrap-anywhere">{user.name}</span>
        {mark && (
          <span className="ml-2 rounded-full bg-sunken px-2 py-0.5 text-xs font-normal whitespace-nowrap">
            {mark}
          </span>
        )}
        <span className="block text-xs font-normal wrap-anywhere text-ink-2">{user.email}</span>
      </th>
      <td>{isFixed ? t(roleMessages[user.role]) : <RoleForm key={user.role} user={user} />}</td>
      <td>
        <UserState user={user} />
      </td>
      <td className="whitespace-nowrap text-ink-2 max-lg:hidden!">{format.instant(user.createdAt)}</td>
      <td>{!isFixed && <UserActions user={user} />}</td>
    </tr>
  )
}

function UserState({ user: { isDisabled, mustChangePassword, sessions } }: { user: ShownUser }) {
  const { t } = useMessages()
  if (isDisabled) return <span className="text-bad">{t('admin.users.state.disabled')}</span>
  return (
    <>
      {t('admin.users.state.active', { sessions })}
      {mustChangePassword && (
        <span className="block text-xs text-ink-2 xl:whitespace-nowrap">
          {t('admin.users.state.mustChange')}
        </span>
      )}
    </>
  )
}

function RoleForm({ user: { userId, email, role } }: { user: ShownUser }) {
  const { t } = useMessages()
  const label = t('admin.users.role.of', { email })
  return (
    <Form method="post" aria-label={label} className="flex min-w-68 items-center gap-2">
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="email" value={email} />
      <select name="role" defaultValue={role} aria-label={label} className="field">
        {roles.map((choice) => (
          <option key={choice} value={choice}>
            {t(roleMessages[choice])}
          </option>
        ))}
      </select>
      <button type="submit" name="intent" value="role" className="button h-9 text-xs">
        {t('admin.users.role.submit')}
      </button>
    </Form>
  )
}

function UserActions({ user: { userId, email, isDisabled } }: { user: ShownUser }) {
  const { t } = useMessages()
  const fields = { userId, email }
  return (
    <div className="flex flex-wrap items-start gap-2 xl:flex-nowrap [&_summary]:whitespace-nowrap">
      <ConfirmedAction
        fields={{ ...fields, intent: 'reset' }}
        label={t('admin.users.reset')}
        accessibleLabel={t('admin.users.reset.of', { email })}
        note={t('admin.users.reset.note')}
      />
      {isDisabled ? (
        <Form method="post" aria-label={t('admin.users.enable.of', { email })}>
          <input type="hidden" name="userId" value={userId} />
          <input type="hidden" name="email" value={email} />
          <button
            type="submit"
            name="intent"
            value="enable"
            aria-label={t('admin.users.enable.of', { email })}
            className="button h-8 text-xs sm:h-8"
          >
            {t('admin.users.enable')}
          </button>
        </Form>
      ) : (
        <ConfirmedAction
          fields={{ ...fields, intent: 'disable' }}
          label={t('admin.users.disable')}
          accessibleLabel={t('admin.users.disable.of', { email })}
          note={t('admin.users.disable.note')}
        />
      )}
    </div>
  )
}
