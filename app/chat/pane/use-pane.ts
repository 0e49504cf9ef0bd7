import { useLocation } from '@remix-run/react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isBesidePanels } from './is-beside-panels.ts'
import { usePaneControl } from './pane-control.tsx'
import type { TurnContext } from './turn-context.ts'
import type { ClientPage } from './use-client-page.ts'
import { type Conversation, useConversation } from './use-conversation.ts'
import { useFindCall } from './use-find-call.ts'
import { usePaneKeys } from './use-pane-keys.ts'
import { useShowPlace } from './use-show-place.ts'
import { useTurnMoves } from './use-turn-moves.ts'

export interface Pane {
  conversation: Conversation
  context: TurnContext
  composer: RefObject<HTMLTextAreaElement>
  draft: string
  setDraft(draft: string): void
  isSearching: boolean
  setSearching(isSearching: boolean): void
  ask(question: string): void
  stop(): void
  removeAll(): Promise<boolean>
}

/** The state of the pane of a client's page, and what can be done with it. */
export function usePane({ view, labels, conversation: loaded }: ClientPage): Pane {
  const { profile } = view
  const { search } = useLocation()
  const control = usePaneControl()
  const [draft, setDraft] = useState('')
  const [isSearching, setSearching] = useState(false)
  const composer = useRef<HTMLTextAreaElement>(null)
  const conversation = useConversation(profile.clientId, loaded)
  const { turns, runningKey, send, stop, remove } = conversation
  const viewer = useShowPlace(profile.clientId, () => control?.close())
  const findCall = useFindCall(turns)
  const context = useMemo(
    (): TurnContext => ({ profile, labels, findCall, isBesidePanels, ...viewer }),
    [profile, labels, findCall, viewer],
  )
  useTurnMoves({ turns, runningKey, profile, move: viewer.move })
  usePaneKeys({ isRunning: runningKey !== null, stop })

  const register = control?.register
  useEffect(
    () =>
      register?.((question) => {
        flushSync(() => {
          setSearching(false)
          if (question !== null) setDraft(question)
        })
        composer.current?.focus()
      }),
    [register],
  )
  /** What was pressed gives way to something else; on a touch screen the keyboard stays away. */
  const keepFocus = () => {
    if (isBesidePanels()) composer.current?.focus({ preventScroll: true })
  }
  return {
    conversation,
    context,
    composer,
    draft,
    setDraft,
    isSearching,
    setSearching,
    ask(question) {
      if (runningKey) return
      setSearching(false)
      send(question, search)
      keepFocus()
    },
    stop() {
      stop()
      keepFocus()
    },
    async removeAll() {
      const isDone = await remove(null)
      if (isDone) keepFocus()
      return isDone
    },
  }
}
