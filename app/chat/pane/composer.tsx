import { type FormEvent, forwardRef, type KeyboardEvent, useId } from 'react'
import { Icon } from '../../components/icon.tsx'
import { useHydrated } from '../../components/use-hydrated.ts'
import { useMessages } from '../../components/use-messages.ts'
import { longestQuestion } from '../longest-question.ts'

const nearLimit = 0.8 * longestQuestion
const mostRows = 6

interface ComposerProps {
  action: string
  /** Search part of the page's address, which the question goes with. */
  page: string
  draft: string
  isRunning: boolean
  onDraft(draft: string): void
  onSend(question: string): void
  onStop(): void
}

/** The box for a question. A plain form without scripts. */
export const Composer = forwardRef<HTMLTextAreaElement, ComposerProps>(function Composer(props, ref) {
  const { action, page, draft, isRunning, onDraft, onSend, onStop } = props
  const { t } = useMessages()
  const isHydrated = useHydrated()
  const noteId = useId()
  const question = draft.trim()
  const isTooLong = question.length > longestQuestion
  const canSend = question !== '' && !isTooLong && !isRunning

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (canSend) onSend(question)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    send(event)
  }
  return (
    <form
      method="post"
      action={action}
      onSubmit={send}
      aria-label={t('chat.compose.label')}
      className="composer"
    >
      <input type="hidden" name="page" value={page} />
      <div className="composer-box">
        <textarea
          ref={ref}
          name="question"
          required
          rows={Math.min(mostRows, draft.split('\n').length)}
          aria-label={t('chat.compose.label')}
          aria-describedby={noteId}
          aria-invalid={isTooLong || undefined}
          aria-keyshortcuts="c"
          enterKeyHint="send"
          placeholder={t('chat.compose.placeholder')}
          // Without scripts nothing can say that it is too long; with them a long paste is kept to be shortened.
          maxLength={isHydrated ? undefined : longestQuestion}
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {isRunning ? (
          <button
            key="stop"
            type="button"
            onClick={onStop}
            className="button button-primary h-9 shrink-0 px-3"
          >
            <Icon name="stop" className="size-3.5" />
            {t('chat.compose.stop')}
          </button>
        ) : (
          <button
            // A node of its own: one that stopped the answer must not become the one that sends while it is pressed.
            key="send"
            type="submit"
            aria-disabled={isHydrated && !canSend}
            className="button button-primary h-9 shrink-0 px-3 aria-disabled:opacity-55"
          >
            {t('chat.compose.send')}
          </button>
        )}
      </div>
      <p id={noteId} className="mt-1.5 flex justify-between gap-3 text-2xs sm:min-h-4 text-ink-3">
        <span className="max-sm:hidden">
          {isHydrated && t(isRunning ? 'chat.compose.hint.running' : 'chat.compose.hint')}
        </span>
        <Count length={question.length} />
      </p>
    </form>
  )
})

function Count({ length }: { length: number }) {
  const { t, format } = useMessages()
  if (length < nearLimit) return null
  const isTooLong = length > longestQuestion
  const values = { count: format.integer(length), limit: format.integer(longestQuestion) }
  return (
    <span role="status" className={isTooLong ? 'font-[560] text-bad' : ''}>
      {t(isTooLong ? 'chat.compose.tooLong' : 'chat.compose.left', values)}
    </span>
  )
}
