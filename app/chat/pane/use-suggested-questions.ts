import { useRef } from 'react'
import type { Advice } from '#core/contracts/decision.ts'
import { useMessages } from '../../components/use-messages.ts'
import { composeTurn } from './compose-turn.ts'
import type { PaneTurn } from './conversation-state.ts'
import { choosePanelQuestion, mostSuggestions, suggestQuestions } from './suggest-questions.ts'
import { useOpenPanel } from './use-open-panel.ts'

interface SuggestionSituation {
  turns: PaneTurn[]
  runningKey: string | null
  advice: Advice
  /** Search part of the page's address. */
  page: string
}

/**
 * Questions that suggest themselves: those of the last answer, and before them that of the panel which has come into
 * view since; where nothing was asked yet, those of the page.
 */
export function useSuggestedQuestions({ turns, runningKey, advice, page }: SuggestionSituation): string[] {
  const { t } = useMessages()
  const openPanel = useOpenPanel()
  const seen = useRef({ key: '', panel: openPanel })
  const last = turns.at(-1)
  if (runningKey !== null || seen.current.key !== (last?.key ?? '')) {
    seen.current = { key: last?.key ?? '', panel: openPanel }
  }
  const ofPage = () => suggestQuestions({ search: page, advice, openPanel }).map((message) => t(message))
  const ofAnswer = last ? composeTurn(last).suggestions : []
  if (ofAnswer.length === 0) return ofPage().filter((question) => question !== last?.question)
  const isElsewhere = openPanel !== null && openPanel !== seen.current.panel
  const ofPanel = isElsewhere ? [t(choosePanelQuestion(openPanel, page))] : []
  return [...new Set([...ofPanel, ...ofAnswer])].slice(0, mostSuggestions)
}
