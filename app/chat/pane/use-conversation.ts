import { useEffect, useReducer, useRef } from 'react'
import type { ConversationView } from '../conversation.ts'
import {
  type ConversationAction,
  openConversation,
  type PaneTurn,
  reduceConversation,
} from './conversation-state.ts'
import { postConversation, readRefusal } from './post-conversation.ts'
import { readTurnEvents } from './read-turn-events.ts'

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
    const key = `asked-${crypto.randomUUID()}`
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
    const [oldest] = state.turns
    const before = oldest ? `?before=${encodeURIComponent(oldest.turnId)}` : ''
    const older = await fetchView(`/clients/${clientId}/conversation${before}`)
    if (older) dispatch({ ...older, type: 'olderLoaded' })
    return older !== null
  }
  async function remove(turnId: string | null) {
    const fields = turnId === null ? { intent: 'deleteAll' } : { intent: 'deleteTurn', turnId }
    const isDone = await postConversation(clientId, { ...fields, page: '' }, { accept: 'application/json' })
      .then(({ ok }) => ok)
      .catch(() => false)
    if (isDone) dispatch(turnId === null ? { type: 'emptied' } : { type: 'removed', turnId })
    return isDone
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

async function fetchView(address: string): Promise<ConversationView | null> {
  return fetch(address)
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null)
}
