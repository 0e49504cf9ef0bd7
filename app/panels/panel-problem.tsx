import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'
import type { PanelProblem } from '../panel-answer.ts'

const words: Partial<Record<PanelProblem, MessageKey>> = {
  COHORT_TOO_SMALL: 'panel.problem.tooSmall',
  PORTFOLIO_NOT_SCORED: 'panel.problem.notScored',
  INVALID_INPUT: 'panel.problem.invalid',
  UNKNOWN_FEATURE: 'panel.problem.unknownFeature',
}

/** Why a panel has nothing to show, calmly: the others still do. */
export function PanelProblemNote({ problem }: { problem: PanelProblem }) {
  const { t } = useMessages()
  return (
    <p role="status" className="mt-3 max-w-prose rounded-control bg-sunken px-3 py-2.5 text-ink-2">
      {t(words[problem] ?? 'panel.problem.unexpected')}
    </p>
  )
}
