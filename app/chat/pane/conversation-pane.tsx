import { useLocation } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Announcer } from './announcer.tsx'
import { Composer } from './composer.tsx'
import { ConversationLog } from './conversation-log.tsx'
import { HistorySearch } from './history-search.tsx'
import { isBesidePanels } from './is-beside-panels.ts'
import { usePaneControl } from './pane-control.tsx'
import { PaneFrame } from './pane-frame.tsx'
import { PaneHeader } from './pane-header.tsx'
import { type TurnContext, TurnContextOfPane } from './turn-context.ts'
import type { ClientPage } from './use-client-page.ts'
import { useConversation } from './use-conversation.ts'
import { useFindCall } from './use-find-call.ts'
import { usePaneKeys } from './use-pane-keys.ts'
import { useShowPlace } from './use-show-place.ts'
import { useTurnMoves } from './use-turn-moves.ts'

/** The conversation about the open client, which moves the panels and is fed by them. */
export function ConversationPane({ page }: { page: ClientPage }) {
  const { view, labels, conversation: loaded } = page
  const { profile, score } = view
  const { clientId } = profile
  const { search } = useLocation()
  const pane = usePaneControl()
  const [draft, setDraft] = useState('')
  const [isSearching, setSearching] = useState(false)
  const composer = useRef<HTMLTextAreaElement>(null)
  const conversation = useConversation(clientId, loaded)
  const { turns, runningKey, send, stop, remove } = conversation
  const viewer = useShowPlace(clientId, () => pane?.close())
  const findCall = useFindCall(turns)
  const action = `/clients/${clientId}/conversation`
  const context = useMemo(
    (): TurnContext => ({
      profile,
      labels,
      findCall,
      isBesidePanels,
      toHref: viewer.toHref,
      show: viewer.show,
      move: viewer.move,
    }),
    [profile, labels, findCall, viewer],
  )
  useTurnMoves({ turns, runningKey, profile, move: viewer.move })
  usePaneKeys({ isRunning: runningKey !== null, stop })

  const register = pane?.register
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
  const ask = (question: string) => {
    if (runningKey) return
    setSearching(false)
    send(question, search)
    keepFocus()
  }
  /** What was pressed gives way to something else; on a touch screen the keyboard stays away. */
  const keepFocus = () => {
    if (isBesidePanels()) composer.current?.focus({ preventScroll: true })
  }
  return (
    <TurnContextOfPane.Provider value={context}>
      <PaneFrame>
        {(titleId) => (
          <>
            <PaneHeader
              titleId={titleId}
              action={action}
              page={search}
              model={loaded.model}
              hasTurns={turns.length > 0}
              isSearching={isSearching}
              onSearch={() => setSearching(!isSearching)}
              onClose={() => pane?.close()}
              removeAll={() => remove(null)}
            />
            {isSearching && <HistorySearch clientId={clientId} onLeave={() => setSearching(false)} />}
            <ConversationLog
              isHidden={isSearching}
              conversation={conversation}
              advice={score.advice}
              action={action}
              page={search}
              onAsk={ask}
            />
            <Announcer turns={turns} runningKey={runningKey} />
            <Composer
              ref={composer}
              action={action}
              page={search}
              draft={draft}
              isRunning={runningKey !== null}
              onDraft={setDraft}
              onSend={(question) => {
                setDraft('')
                ask(question)
              }}
              onStop={() => {
                stop()
                keepFocus()
              }}
            />
          </>
        )}
      </PaneFrame>
    </TurnContextOfPane.Provider>
  )
}
