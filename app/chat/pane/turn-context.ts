import { createContext, useContext } from 'react'
import type { ClientProfile } from '#core/contracts/client-profile.ts'
import type { CategoryLabels } from '../../category-labels.ts'
import type { ToolCall } from './compose-turn.ts'
import type { PlaceViewer } from './use-show-place.ts'

/** What the parts of a turn need to know of the page and of the other turns. */
export interface TurnContext extends PlaceViewer {
  profile: ClientProfile
  labels: CategoryLabels
  /** A call of any turn that is shown: figures may be of an earlier one. */
  findCall(callId: string): ToolCall | null
  /** Whether the panels are in sight beside the pane. */
  isBesidePanels(): boolean
}

export const TurnContextOfPane = createContext<TurnContext | null>(null)

export function useTurnContext(): TurnContext {
  const context = useContext(TurnContextOfPane)
  if (!context) throw new Error('useTurnContext works inside the conversation pane only.')
  return context
}

/** Ids of the calls of the turn that is being shown: figures of others carry no number of theirs. */
export const OwnCalls = createContext<ReadonlySet<string>>(new Set())
