import type { StoredTurn, TurnEvent } from '../conversation.ts'

/** Why a question came to nothing before the server could say so. */
export type Trouble = 'connectionLost' | 'unavailable' | 'notAllowed' | 'tooLong'

export interface PaneTurn extends StoredTurn {
  /** Stays the same when the server names the turn. */
  key: string
  trouble?: Trouble
}

export interface ConversationState {
  /** Oldest first. */
  turns: PaneTurn[]
  /** Key of the turn that is being answered. */
  runningKey: string | null
  hasOlderTurns: boolean
}

export type ConversationAction =
  | { type: 'loaded'; turns: StoredTurn[] }
  | { type: 'olderLoaded'; turns: StoredTurn[]; hasOlderTurns: boolean }
  | { type: 'asked'; key: string; question: string; askedAt: string }
  | { type: 'received'; key: string; event: TurnEvent }
  | { type: 'broken'; key: string; trouble: Trouble }
  | { type: 'removed'; turnId: string }
  | { type: 'emptied' }

/** What the ids of turns begin with that the server has not named. */
export const localPrefix = 'asked-'

/** Whether the server has not said what the turn is called, such as when it was stopped before that. */
export function isLocal({ turnId }: Pick<PaneTurn, 'turnId'>): boolean {
  return turnId.startsWith(localPrefix)
}

const toPaneTurn = (turn: StoredTurn): PaneTurn => ({ ...turn, key: turn.turnId })

export function openConversation(view: { turns: StoredTurn[]; hasOlderTurns: boolean }): ConversationState {
  return { turns: view.turns.map(toPaneTurn), runningKey: null, hasOlderTurns: view.hasOlderTurns }
}

/** The pane's memory after something has happened. */
export function reduceConversation(state: ConversationState, action: ConversationAction): ConversationState {
  switch (action.type) {
    case 'loaded':
      return takeIn(state, action.turns)
    case 'olderLoaded':
      return {
        ...state,
        turns: [...listUnknown(state, action.turns), ...state.turns],
        hasOlderTurns: action.hasOlderTurns,
      }
    case 'asked': {
      const { key, question, askedAt } = action
      const turn: PaneTurn = { key, turnId: key, question, askedAt, events: [] }
      // What never reached the server and was asked again is no part of the history.
      const kept = state.turns.filter(
        (other) => !(other.trouble && other.events.length === 0 && other.question === question),
      )
      return { ...state, turns: [...kept, turn], runningKey: key }
    }
    case 'received':
      return receive(state, action.key, action.event)
    case 'broken':
      if (state.runningKey !== action.key) return state
      return {
        ...change(state, action.key, (turn) => ({ ...turn, trouble: action.trouble })),
        runningKey: null,
      }
    case 'removed':
      return { ...state, turns: state.turns.filter(({ turnId }) => turnId !== action.turnId) }
    case 'emptied':
      // A question that was asked while they were being deleted is none of them.
      return {
        turns: state.turns.filter(({ key }) => key === state.runningKey),
        runningKey: state.runningKey,
        hasOlderTurns: false,
      }
  }
}

/** Events of a turn that has ended, such as by being stopped, come too late. */
function receive(state: ConversationState, key: string, event: TurnEvent): ConversationState {
  if (state.runningKey !== key) return state
  const next = change(state, key, (turn) => ({
    ...turn,
    ...(event.type === 'started' && { turnId: event.turnId }),
    events: [...turn.events, event],
  }))
  return event.type === 'ended' ? { ...next, runningKey: null } : next
}

function change(state: ConversationState, key: string, to: (turn: PaneTurn) => PaneTurn): ConversationState {
  return { ...state, turns: state.turns.map((turn) => (turn.key === key ? to(turn) : turn)) }
}

/** What the server kept of a turn that it never named here takes that turn's place. */
function takeIn(state: ConversationState, loaded: StoredTurn[]): ConversationState {
  const unknown = listUnknown(state, loaded)
  const turns = state.turns.map((turn) => {
    if (!isLocal(turn) || turn.key === state.runningKey) return turn
    const index = unknown.findIndex(({ question }) => question === turn.question.trim())
    const [stored] = index < 0 ? [] : unknown.splice(index, 1)
    return stored ? { ...stored, key: turn.key } : turn
  })
  return { ...state, turns: [...turns, ...unknown] }
}

function listUnknown({ turns }: ConversationState, loaded: StoredTurn[]): PaneTurn[] {
  const known = new Set(turns.map(({ turnId }) => turnId))
  return loaded.filter(({ turnId }) => !known.has(turnId)).map(toPaneTurn)
}
