import { Form } from '@remix-run/react'
import { useMessages } from '../../components/use-messages.ts'
import type { FormProblem } from './account-problem-messages.ts'
import { PageHeading } from './page-heading.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { TextField } from './text-field.tsx'

interface SignInPanelProps {
  /** Path that opens once signed in. */
  next: string
  /** The published sign-in of a demo. */
  demo: { email: string; password: string } | null
  problem: (FormProblem & { email: string }) | null
}

const problemId = 'sign-in-problem'

/** The door: the form, and in a demo a second one that needs nothing typed. */
export function SignInPanel({ next, demo, problem }: SignInPanelProps) {
  const { t } = useMessages()
  return (
    <div className="mx-auto grid max-w-md gap-4 py-6 sm:py-14">
      <div>
        <PageHeading title={t('signIn.title')}>{t('signIn.lead')}</PageHeading>
      </div>
      <ProblemSummary id={problemId} problem={problem} />
      {/* A new document: nothing of who was here before stays. */}
      <Form method="post" reloadDocument aria-label={t('signIn.title')} className="card grid gap-4 p-5">
        <input type="hidden" name="next" value={next} />
        <TextField
          name="email"
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          spellCheck={false}
          required
          maxLength={200}
          defaultValue={problem?.email ?? ''}
          problemId={problem ? problemId : undefined}
        />
        <TextField
          name="password"
          type="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          maxLength={128}
          problemId={problem ? problemId : undefined}
        />
        <button type="submit" className="button button-primary">
          {t('signIn.submit')}
        </button>
        <p className="text-xs text-ink-2">{t('signIn.help')}</p>
      </Form>
      {demo && <DemoSignIn next={next} demo={demo} />}
    </div>
  )
}

function DemoSignIn({ next, demo }: { next: string; demo: { email: string; password: string } }) {
  const { t } = useMessages()
  return (
    <section aria-labelledby="demo-title" className="card p-5">
      <h2 id="demo-title" className="font-[620]">
        {t('signIn.demo.title')}
      </h2>
      <p className="mt-1 text-ink-2">{t('signIn.demo.body')}</p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink-2">{t('signIn.email')}</dt>
        <dd className="font-[560] wrap-anywhere select-all">{demo.email}</dd>
        <dt className="text-ink-2">{t('signIn.password')}</dt>
        <dd className="font-[560] wrap-anywhere select-all">{demo.password}</dd>
      </dl>
      <Form method="post" reloadDocument aria-labelledby="demo-title" className="mt-4">
        <input type="hidden" name="next" value={next} />
        <button type="submit" name="intent" value="demo" className="button w-full">
          {t('signIn.demo.submit')}
        </button>
      </Form>
    </section>
  )
}
