import { useEffect, useReducer, useRef } from 'react'
import type { ConversationView } from '../conversation.ts'
import {
  type ConversationAction,
  isLocal,
  localPrefix,
  openConversation,
  type PaneTurn,
  reduceConversation,
} from './conversation-state.ts'
import { postConversation, readRefusal } from './post-conversation.ts'
import { readTurnEvents } from './read-turn-events.ts'
import { untilKept } from './until-kept.ts'

export interface Conversation {
  /** Oldest first. */
  turns: PaneTurn[]
  /** Key of the turn that is being answered. */
  runningKey: string | null
  hasOlderTurns: boolean
  /** Asks a question about what the page's address shows; nothing while another is being answered. */
  send(question: string, page: string): void
  /** Ends the turn that runs, at once. */
  stop(): void
  /** Returns whether the server could give them. */
  loadOlder(): Promise<boolean>
  /** Deletes a turn, or all of them. Returns whether the server did. */
  remove(turnId: string | null): Promise<boolean>
}

interface Running {
  key: string
  controller: AbortController
}

/** The conversation about a client: its history, the turn that runs, and what can be done. */
export function useConversation(clientId: number, view: ConversationView): Conversation {
  const [state, dispatch] = useReducer(reduceConversation, view, openConversation)
  const running = useRef<Running | null>(null)

  useEffect(() => dispatch({ type: 'loaded', turns: view.turns }), [view.turns])
  // Nobody reads on once the pane is gone: the server ends the turn and keeps it.
  useEffect(() => () => running.current?.controller.abort(), [])

  function send(question: string, page: string) {
    if (running.current) return
    const key = `${localPrefix}${crypto.randomUUID()}`
    const controller = new AbortController()
    running.current = { key, controller }
    dispatch({ type: 'asked', key, question, askedAt: new Date().toISOString() })
    const fields = { question, page, stream: '1' }
    stream({ clientId, fields, key, signal: controller.signal, dispatch }).finally(() => {
      if (running.current?.key === key) running.current = null
    })
  }
  function stop() {
    const stopped = running.current
    if (!stopped) return
    running.current = null
    dispatch({ type: 'received', key: stopped.key, event: { type: 'ended', reason: 'stopped' } })
    stopped.controller.abort()
  }
  async function loadOlder() {
    const oldest = state.turns.find((turn) => !isLocal(turn))
    const before = oldest ? `?before=${encodeURIComponent(oldest.turnId)}` : ''
    const older = await fetchView(`/clients/${clientId}/conversation${before}`)
    if (older) dispatch({ ...older, type: 'olderLoaded' })
    return older !== null
  }
  async function remove(turnId: string | null) {
    if (turnId === null) return removeAll()
    const turn = state.turns.find((other) => other.turnId === turnId)
    return turn && isLocal(turn) ? removeLocal(turn) : removeKept(turnId)
  }
  async function removeAll() {
    const key = running.current?.key
    stop()
    // The server keeps a turn as it ends: deleted before that, it would come back.
    if (key) await untilKept(key, state, () => fetchView(`/clients/${clientId}/conversation`))
    const isDone = await postDeletion(clientId, { intent: 'deleteAll' })
    if (isDone) dispatch({ type: 'emptied' })
    return isDone
  }
  async function removeKept(turnId: string) {
    const isDone = await postDeletion(clientId, { intent: 'deleteTurn', turnId })
    if (isDone) dispatch({ type: 'removed', turnId })
    return isDone
  }
  /** The server may have kept it all the same, under a name of its own. */
  async function removeLocal({ key, turnId }: PaneTurn) {
    const kept = await fetchView(`/clients/${clientId}/conversation`)
    if (!kept) return false
    const loaded: ConversationAction = { type: 'loaded', turns: kept.turns }
    dispatch(loaded)
    const named = reduceConversation(state, loaded).turns.find((turn) => turn.key === key)
    if (named && !isLocal(named)) return removeKept(named.turnId)
    dispatch({ type: 'removed', turnId })
    return true
  }
  return { ...state, send, stop, loadOlder, remove }
}

interface StreamOptions {
  clientId: number
  fields: Record<string, string>
  key: string
  signal: AbortSignal
  dispatch: (action: ConversationAction) => void
}

async function stream({ clientId, fields, key, signal, dispatch }: StreamOptions): Promise<void> {
  try {
    const response = await postConversation(clientId, fields, { accept: 'application/x-ndjson', signal })
    if (!response.ok || !response.body) {
      dispatch({ type: 'broken', key, trouble: readRefusal(response) })
      return
    }
    for await (const event of readTurnEvents(response.body)) dispatch({ type: 'received', key, event })
  } catch {
    // Also what comes of stopping: a turn that has ended is past being broken.
  }
  dispatch({ type: 'broken', key, trouble: 'connectionLost' })
}

async function postDeletion(clientId: number, fields: Record<string, string>): Promise<boolean> {
  return postConversation(clientId, { ...fields, page: '' }, { accept: 'application/json' })
    .then(({ ok }) => ok)
    .catch(() => false)
}

async function fetchView(address: string): Promise<ConversationView | null> {
  return fetch(address)
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null)
}
