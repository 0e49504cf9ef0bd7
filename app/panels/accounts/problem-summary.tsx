import { useEffect, useRef } from 'react'
import { useMessages } from '../../components/use-messages.ts'
import { type FormProblem, sayProblem } from './account-problem-messages.ts'

/** What went wrong with a form, said at once and given the focus, so that nobody looks for it. */
export function ProblemSummary({ id, problem }: { id: string; problem: FormProblem | null | undefined }) {
  const messages = useMessages()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  if (!problem) return null
  return (
    <div
      ref={box}
      id={id}
      role="alert"
      tabIndex={-1}
      className="rounded-card border border-bad/45 bg-bad-soft px-4 py-3"
    >
      <h2 className="font-[620]">{messages.t('account.problem.title')}</h2>
      <p>{sayProblem(messages, problem)}</p>
    </div>
  )
}
