import { useLocation } from '@remix-run/react'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { usePaneControl } from './pane-control.tsx'
import { type PanelId, panelIds } from './panel-place.ts'
import { choosePanelQuestion } from './suggest-questions.ts'

interface AskAboutProps {
  /** What the question is about, as the page calls it. */
  subject: string
  /** What is put in the pane's box. */
  question: string
  /** Whether it shows only where the pointer is: one of many in a list. */
  isQuiet?: boolean
}

/** A quiet button beside something on the page, which puts a question about it in the conversation pane. */
export function AskAbout({ subject, question, isQuiet = false }: AskAboutProps) {
  const { t } = useMessages()
  const pane = usePaneControl()
  if (!pane) return null
  return (
    <button
      type="button"
      onClick={() => pane.ask(question)}
      aria-label={t('chat.ask.about', { subject })}
      title={question}
      // Its room is kept from the first: nothing moves when scripts take over.
      className={`ask-about ${isQuiet ? 'ask-about-quiet' : ''} ${pane.isReady ? '' : 'invisible'}`}
    >
      <Icon name="ask" className="size-3.5" />
    </button>
  )
}

/** The same for a whole panel of the client's page, with the question that its state suggests. */
export function AskAboutPanel({ id, title }: { id: string; title: string }) {
  const pane = usePaneControl()
  const panel = panelIds.find((known) => known === id)
  return pane && panel ? <PanelQuestion panel={panel} title={title} /> : null
}

function PanelQuestion({ panel, title }: { panel: PanelId; title: string }) {
  const { t } = useMessages()
  const { search } = useLocation()
  return <AskAbout subject={title} question={t(choosePanelQuestion(panel, search))} />
}
