import { useRef, useState } from 'react'
import type { Advice } from '#core/contracts/decision.ts'
import { Icon } from '../../components/icon.tsx'
import { useHydrated } from '../../components/use-hydrated.ts'
import { useMessages } from '../../components/use-messages.ts'
import { SuggestionChips } from './suggestion-chips.tsx'
import { useTurnContext } from './turn-context.ts'
import { TurnView } from './turn-view.tsx'
import type { Conversation } from './use-conversation.ts'
import { useScrollToEnd } from './use-scroll-to-end.ts'
import { useSuggestedQuestions } from './use-suggested-questions.ts'
import { useTurnOfAddress } from './use-turn-of-address.ts'

interface ConversationLogProps {
  isHidden: boolean
  conversation: Conversation
  advice: Advice
  action: string
  /** Search part of the page's address. */
  page: string
  onAsk(question: string): void
}

/** The turns, oldest first, and below them the questions that suggest themselves. */
export function ConversationLog({
  isHidden,
  conversation,
  advice,
  action,
  page,
  onAsk,
}: ConversationLogProps) {
  const { t, format } = useMessages()
  const { profile } = useTurnContext()
  const log = useRef<HTMLDivElement>(null)
  const { turns, runningKey, remove } = conversation
  const { isAtEnd, scrollToEnd } = useScrollToEnd(log, {
    first: turns[0]?.key,
    last: turns.at(-1)?.key,
    growth: turns,
  })
  const questions = useSuggestedQuestions({ turns, runningKey, advice, page })
  useTurnOfAddress(log, conversation)
  const [deletions, setDeletions] = useState(0)
  const removeTurn = async (turnId: string) => {
    const isDone = await remove(turnId)
    if (isDone) {
      setDeletions(deletions + 1)
      // What had the focus is gone.
      log.current?.focus({ preventScroll: true })
    }
    return isDone
  }
  return (
    <div className={`relative min-h-0 flex-1 ${isHidden ? 'hidden' : 'flex flex-col'}`}>
      <section
        ref={log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={t('chat.log', { clientId: format.clientId(profile.clientId) })}
        className="pane-log"
      >
        <OlderTurns conversation={conversation} />
        {turns.length === 0 && <Welcome />}
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {turns.map((turn, index) => (
            <TurnView
              key={turn.key}
              turn={turn}
              isRunning={turn.key === runningKey}
              page={page}
              retry={index === turns.length - 1 && runningKey === null ? () => onAsk(turn.question) : null}
              remove={() => removeTurn(turn.turnId)}
            />
          ))}
        </ol>
        {runningKey === null && (
          <SuggestionChips questions={questions} action={action} page={page} onChoose={onAsk} />
        )}
      </section>
      <p role="status" className="sr-only">
        {deletions > 0 && <span key={deletions}>{t('chat.delete.done')}</span>}
      </p>
      {!isAtEnd && (
        <button type="button" onClick={scrollToEnd} className="to-end" aria-label={t('chat.latest')}>
          <Icon name="descending" className="size-4" />
        </button>
      )}
    </div>
  )
}

function Welcome() {
  const { t } = useMessages()
  return (
    <div className="pt-2">
      <p className="text-lg font-[600]">{t('chat.empty.title')}</p>
      <p className="mt-1 text-ink-2">{t('chat.empty.body')}</p>
    </div>
  )
}

function OlderTurns({ conversation }: { conversation: Conversation }) {
  const { t } = useMessages()
  const isHydrated = useHydrated()
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready')
  if (!conversation.hasOlderTurns || !isHydrated) return null
  const load = async () => {
    if (state === 'loading') return
    setState('loading')
    setState((await conversation.loadOlder()) ? 'ready' : 'failed')
  }
  return (
    <div className="mb-4 text-center text-xs">
      <button type="button" onClick={load} aria-disabled={state === 'loading'} className="chip">
        {t('chat.older')}
      </button>
      <p role="alert" className={state === 'failed' ? 'mt-1 text-bad' : ''}>
        {state === 'failed' && t('chat.older.failed')}
      </p>
    </div>
  )
}
