import type { Advice } from '#core/contracts/decision.ts'
import type { MessageKey } from '../../messages/fr.ts'
import type { PanelId } from './panel-place.ts'

/** The question that a panel's own button asks. */
export const panelQuestions: Record<PanelId, MessageKey> = {
  decision: 'chat.ask.decision',
  themes: 'chat.ask.themes',
  reasons: 'chat.ask.reasons',
  suggestions: 'chat.ask.suggestions',
  'what-if': 'chat.ask.whatIf',
  comparison: 'chat.ask.comparison',
  profile: 'chat.ask.profile',
}

export interface PageSituation {
  /** Search part of the page's address. */
  search: string
  advice: Advice
  /** The panel that is being read; null where that is not known. */
  openPanel: PanelId | null
}

/** Most suggestions that stand beside each other. */
export const mostSuggestions = 4

/** A panel's question, as its state makes it. */
export function choosePanelQuestion(panel: PanelId, search: string): MessageKey {
  const cohort = new URLSearchParams(search).get('cohort')
  if (panel === 'comparison' && cohort !== null && cohort !== 'all') return 'chat.ask.comparison.shown'
  return panelQuestions[panel]
}

/** Questions for a conversation that has not begun: that of the panel which is being read, then the usual ones. */
export function suggestQuestions({ search, advice, openPanel }: PageSituation): MessageKey[] {
  const usual: PanelId[] =
    advice === 'grant'
      ? ['reasons', 'comparison', 'what-if', 'themes']
      : ['reasons', 'suggestions', 'comparison', 'what-if']
  const panels = openPanel ? [openPanel, ...usual] : usual
  const questions = panels.map((panel) => choosePanelQuestion(panel, search))
  return [...new Set(questions)].slice(0, mostSuggestions)
}
