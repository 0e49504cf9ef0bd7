import { Link } from '@remix-run/react'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'
import type { PanelProblem } from '../../panel-answer.ts'

const words: Partial<Record<PanelProblem, MessageKey>> = {
  UNKNOWN_WINDOW: 'drift.problem.window',
  NO_WINDOW_TO_COMPARE: 'drift.problem.none',
  PORTFOLIO_NOT_SCORED: 'drift.problem.notScored',
}

/** Why there is no report, and the way on. */
export function DriftProblem({ problem }: { problem: PanelProblem }) {
  const { t } = useMessages()
  return (
    <section aria-label={t('drift.verdict.title')} className="card mt-4 p-4 sm:p-5">
      <p role="status" className="max-w-prose text-ink-2">
        {t(words[problem] ?? 'drift.problem.other')}
      </p>
      <p className="mt-3">
        <Link to="/drift" className="button">
          {t(problem === 'UNKNOWN_WINDOW' ? 'drift.problem.latest' : 'error.retry')}
        </Link>
      </p>
    </section>
  )
}
