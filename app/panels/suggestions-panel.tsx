import { useLocation } from '@remix-run/react'
import type { ClientProfile } from '#core/contracts/client-profile.ts'
import type { SuggestChangesAnswer, Suggestion } from '#core/contracts/suggest-changes.ts'
import { AdviceBadge } from '../components/advice-badge.tsx'
import { StateLink } from '../components/state-link.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { PanelAnswer } from '../panel-answer.ts'
import { composeWhatIfParameters } from '../what-if/compose-what-if-parameters.ts'
import { fromClientChanges } from '../what-if/from-client-changes.ts'
import { parseWhatIf } from '../what-if/parse-what-if.ts'
import { readPresentRequest } from '../what-if/what-if-request.ts'
import { Panel } from './panel.tsx'
import { PanelProblemNote } from './panel-problem.tsx'

interface SuggestionsPanelProps {
  suggestions: PanelAnswer<SuggestChangesAnswer>
  profile: ClientProfile
}

/** The smallest changes that would turn the advice, each to be tried on the sliders. */
export function SuggestionsPanel({ suggestions, profile }: SuggestionsPanelProps) {
  const { t, format } = useMessages()
  const { answer } = suggestions
  return (
    <Panel id="suggestions" title={t('suggestions.title')} className="">
      {answer === null && <PanelProblemNote problem={suggestions.problem} />}
      {answer?.outcome === 'notNeeded' && <p className="mt-2 text-ink-2">{t('suggestions.notNeeded')}</p>}
      {answer?.outcome === 'none' && (
        <p className="mt-2 text-ink-2">
          {t('suggestions.none', {
            count: answer.triedScenarios,
            tried: format.integer(answer.triedScenarios),
          })}
        </p>
      )}
      {answer?.outcome === 'found' && (
        <>
          <p className="mt-1 text-ink-2">{t('suggestions.found', { count: answer.suggestions.length })}</p>
          <ul className="mt-2 print:grid print:grid-cols-3 print:gap-4">
            {answer.suggestions.map((suggestion) => (
              <SuggestionRow key={suggestion.sentence} suggestion={suggestion} profile={profile} />
            ))}
          </ul>
          <p className="mt-2 text-xs text-ink-3">{t('suggestions.note')}</p>
        </>
      )}
    </Panel>
  )
}

function SuggestionRow({ suggestion, profile }: { suggestion: Suggestion; profile: ClientProfile }) {
  const { t, format } = useMessages()
  const { search } = useLocation()
  const { sentence, changes, after } = suggestion
  const present = readPresentRequest(profile)
  const request = fromClientChanges(changes, present)
  const shown = parseWhatIf(new URLSearchParams(search), present)
  const isTried = JSON.stringify(shown) === JSON.stringify(request)
  return (
    <li className="flex items-center gap-3 border-t border-line py-2.5 first:border-0 print:items-start print:border-0 print:py-0">
      <div className="min-w-0">
        <p className="font-[580]">{sentence}</p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2">
          {t('suggestions.after', { repayment: format.probability(after.probabilityOfRepayment) })}
          <AdviceBadge advice={after.advice} />
        </p>
      </div>
      <StateLink
        changes={composeWhatIfParameters(request, present)}
        anchor="what-if"
        isCurrent={isTried}
        label={t('suggestions.try.label', { suggestion: sentence })}
        className="button ml-auto h-9 shrink-0 sm:h-8 print:hidden aria-[current]:bg-sunken"
      >
        {t(isTried ? 'suggestions.tried' : 'suggestions.try')}
      </StateLink>
    </li>
  )
}
