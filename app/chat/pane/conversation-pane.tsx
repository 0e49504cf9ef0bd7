import { useLocation } from '@remix-run/react'
import { Announcer } from './announcer.tsx'
import { Composer } from './composer.tsx'
import { ConversationLog } from './conversation-log.tsx'
import { HistorySearch } from './history-search.tsx'
import { usePaneControl } from './pane-control.tsx'
import { PaneFrame } from './pane-frame.tsx'
import { PaneHeader } from './pane-header.tsx'
import { TurnContextOfPane } from './turn-context.ts'
import type { ClientPage } from './use-client-page.ts'
import { usePane } from './use-pane.ts'

/** The conversation about the open client, which moves the panels and is fed by them. */
export function ConversationPane({ page }: { page: ClientPage }) {
  const { clientId } = page.view.profile
  const { search } = useLocation()
  const control = usePaneControl()
  const pane = usePane(page)
  const { conversation, isSearching, setSearching, setDraft, ask } = pane
  const { turns, runningKey } = conversation
  const form = { action: `/clients/${clientId}/conversation`, page: search }
  return (
    <TurnContextOfPane.Provider value={pane.context}>
      <PaneFrame>
        {(titleId) => (
          <>
            <PaneHeader
              {...form}
              titleId={titleId}
              model={page.conversation.model}
              hasTurns={turns.length > 0}
              isSearching={isSearching}
              onSearch={() => setSearching(!isSearching)}
              onClose={() => control?.close()}
              removeAll={pane.removeAll}
            />
            {isSearching && <HistorySearch clientId={clientId} onLeave={() => setSearching(false)} />}
            <ConversationLog
              {...form}
              isHidden={isSearching}
              conversation={conversation}
              advice={page.view.score.advice}
              onAsk={ask}
            />
            <Announcer turns={turns} runningKey={runningKey} />
            <Composer
              {...form}
              ref={pane.composer}
              draft={pane.draft}
              isRunning={runningKey !== null}
              onDraft={setDraft}
              onSend={(question) => {
                setDraft('')
                ask(question)
              }}
              onStop={pane.stop}
            />
          </>
        )}
      </PaneFrame>
    </TurnContextOfPane.Provider>
  )
}
