import type { ReactNode } from 'react'
import { ConversationPane } from './conversation-pane.tsx'
import { usePaneControl } from './pane-control.tsx'
import { useClientPage } from './use-client-page.ts'

/** The page's content and, on a client's page, the conversation beside it. */
export function ConversationWorkspace({ children }: { children: ReactNode }) {
  const page = useClientPage()
  const pane = usePaneControl()
  return (
    <div className="workspace" data-pane={page ? (pane?.isOpen ? 'open' : 'closed') : undefined}>
      <div className="workspace-content">{children}</div>
      {page && <ConversationPane key={page.view.profile.clientId} page={page} />}
    </div>
  )
}
