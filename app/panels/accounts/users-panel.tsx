import { useMessages } from '../../components/use-messages.ts'
import { AdminTabs } from './admin-tabs.tsx'
import { CreateUserForm } from './create-user-form.tsx'
import { OneTimeSecret } from './one-time-secret.tsx'
import { PageHeading } from './page-heading.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { roleMessages } from './role-messages.ts'
import type { UserAnswer } from './user-answer.ts'
import { type ShownUser, UserTable } from './user-table.tsx'

export interface UsersPanelProps {
  users: ShownUser[]
  /** The administrator's own account, which others change. */
  ownId: string
  answer: UserAnswer | null
}

/** The accounts: who there is, what each may do, and a form for one more. */
export function UsersPanel({ users, ownId, answer }: UsersPanelProps) {
  const { t, format } = useMessages()
  return (
    <>
      <AdminTabs />
      <div className="mt-4">
        <PageHeading title={t('admin.users.title')}>
          {t('admin.users.lead', { count: users.length, total: format.integer(users.length) })}
        </PageHeading>
      </div>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-4">
        {answer?.problem && <ProblemSummary id="user-problem" problem={answer} />}
        <Done answer={answer} />
        <div className="card overflow-x-auto">
          <UserTable users={users} ownId={ownId} />
        </div>
        <CreateUserForm key={answer?.problem === null && answer.done === 'created' ? answer.email : ''} />
      </div>
    </>
  )
}

function Done({ answer }: { answer: UserAnswer | null }) {
  const { t } = useMessages()
  if (!answer || answer.problem !== null) return null
  const { email } = answer
  if ('oneTimePassword' in answer) {
    return (
      <OneTimeSecret
        title={t('admin.users.password.title', { email })}
        secret={answer.oneTimePassword}
        note={t('admin.users.password.note')}
      />
    )
  }
  const said = {
    role: () =>
      t('admin.users.done.role', { email, role: 'role' in answer ? t(roleMessages[answer.role]) : '' }),
    disabled: () => t('admin.users.done.disabled', { email }),
    enabled: () => t('admin.users.done.enabled', { email }),
  }[answer.done]()
  return (
    <p role="status" className="rounded-card bg-good-soft px-4 py-3">
      {said}
    </p>
  )
}
