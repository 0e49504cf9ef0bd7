import { Form } from '@remix-run/react'
import type { Person } from '#core/contracts/accounts.ts'
import { Notice } from '../../components/notice.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { type FormProblem, passwordLength } from './account-problem-messages.ts'
import { PageHeading } from './page-heading.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { roleMessages } from './role-messages.ts'
import { TextField } from './text-field.tsx'

export interface AccountPanelProps {
  person: Pick<Person, 'name' | 'email' | 'role' | 'isDemo' | 'mustChangePassword'>
  /** Whether the password has just been changed. */
  isDone: boolean
  problem: FormProblem | null
}

/** The own account: who one is here, the password, the way out. */
export function AccountPanel({ person, isDone, problem }: AccountPanelProps) {
  const { t } = useMessages()
  return (
    <div className="mx-auto grid max-w-2xl gap-4">
      <PageHeading title={t('account.title')} />
      {person.mustChangePassword && (
        <Notice title={t('account.password.must.title')}>
          <p>{t('account.password.must.body')}</p>
        </Notice>
      )}
      <p role="status" className={isDone ? 'rounded-card bg-good-soft px-4 py-3' : 'sr-only'}>
        {isDone && t('account.password.done')}
      </p>
      <section aria-labelledby="identity" className="card p-5">
        <h2 id="identity" className="font-[620]">
          {t('account.identity')}
        </h2>
        <dl className="mt-3 grid gap-x-6 sm:grid-cols-[auto_1fr] sm:gap-y-2">
          <dt className="text-ink-2">{t('account.name')}</dt>
          <dd className="wrap-anywhere max-sm:mb-2.5">{person.name}</dd>
          <dt className="text-ink-2">{t('account.email')}</dt>
          <dd className="wrap-anywhere max-sm:mb-2.5">{person.email}</dd>
          <dt className="text-ink-2">{t('account.role')}</dt>
          <dd>{t(roleMessages[person.role])}</dd>
        </dl>
        <Form
          method="post"
          action="/sign-out"
          reloadDocument
          className="mt-4 flex flex-wrap items-center gap-3"
        >
          <button type="submit" className="button">
            {t('account.signOut')}
          </button>
          <span className="text-xs text-ink-2">{t('account.signOut.note')}</span>
        </Form>
      </section>
      {person.isDemo ? (
        <p className="text-ink-2">{t('account.demo')}</p>
      ) : (
        <PasswordForm problem={problem} isDone={isDone} />
      )}
    </div>
  )
}

const problemId = 'password-problem'

function PasswordForm({ problem, isDone }: { problem: FormProblem | null; isDone: boolean }) {
  const { t } = useMessages()
  const { min, max } = passwordLength
  return (
    <section aria-labelledby="password" className="card p-5">
      <h2 id="password" className="font-[620]">
        {t('account.password.title')}
      </h2>
      <p id="password-rules" className="mt-1 text-ink-2">
        {t('account.password.lead', { min })}
      </p>
      <div className="mt-3 grid gap-4">
        <ProblemSummary id={problemId} problem={problem} />
        <Form
          // What was typed goes once it was used.
          key={String(isDone)}
          method="post"
          aria-labelledby="password"
          className="grid max-w-sm gap-4"
        >
          <TextField
            name="current"
            type="password"
            label={t('account.password.current')}
            autoComplete="current-password"
            required
            maxLength={max}
            problemId={problem?.problem === 'WRONG_PASSWORD' ? problemId : undefined}
          />
          <TextField
            name="next"
            type="password"
            label={t('account.password.next')}
            autoComplete="new-password"
            required
            minLength={min}
            maxLength={max}
            aria-describedby="password-rules"
            problemId={problem && problem.problem !== 'WRONG_PASSWORD' ? problemId : undefined}
          />
          <button type="submit" className="button button-primary justify-self-start">
            {t('account.password.submit')}
          </button>
        </Form>
      </div>
    </section>
  )
}
