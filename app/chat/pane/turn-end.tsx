import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'
import type { ProviderProblem, TurnEnd } from '../conversation.ts'
import type { TurnContent } from './compose-turn.ts'
import type { Trouble } from './conversation-state.ts'

const endMessages: Record<Exclude<TurnEnd, 'done' | 'providerError'>, MessageKey> = {
  stopped: 'chat.end.stopped',
  timeLimit: 'chat.end.timeLimit',
  tokenLimit: 'chat.end.tokenLimit',
  stepLimit: 'chat.end.stepLimit',
  failed: 'chat.end.failed',
}
const problemMessages: Record<ProviderProblem, MessageKey> = {
  keyRefused: 'chat.end.keyRefused',
  rateLimited: 'chat.end.rateLimited',
  unreachable: 'chat.end.unreachable',
  brokenOff: 'chat.end.brokenOff',
  badAnswer: 'chat.end.badAnswer',
}
const troubleMessages: Record<Trouble, MessageKey> = {
  connectionLost: 'chat.trouble.connectionLost',
  unavailable: 'chat.trouble.unavailable',
  notAllowed: 'chat.trouble.notAllowed',
  tooLong: 'chat.trouble.tooLong',
}

/** What there is to say of how a turn ended; null where it simply did. */
export function findEndMessage(end: TurnContent['end'], trouble: Trouble | undefined): MessageKey | null {
  if (trouble) return troubleMessages[trouble]
  if (!end || end.reason === 'done') return null
  if (end.reason === 'providerError') return end.problem ? problemMessages[end.problem] : 'chat.end.failed'
  return endMessages[end.reason] ?? 'chat.end.failed'
}

interface TurnEndNoteProps {
  end: TurnContent['end']
  trouble: Trouble | undefined
  /** Asks the same again; null where that is no use now. */
  retry: (() => void) | null
}

/** Why an answer ends here, and a way on. */
export function TurnEndNote({ end, trouble, retry }: TurnEndNoteProps) {
  const { t } = useMessages()
  const message = findEndMessage(end, trouble)
  if (!message) return null
  const isCalm = end?.reason === 'stopped' && !trouble
  return (
    <div
      className={`mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs ${isCalm ? 'text-ink-3' : 'rounded-control bg-warn-soft px-3 py-2 text-ink'}`}
    >
      <p className="flex min-w-0 flex-1 items-start gap-2">
        <Icon name={isCalm ? 'stop' : 'warning'} className={`mt-0.5 size-3.5 ${isCalm ? '' : 'text-warn'}`} />
        {t(message)}
      </p>
      {retry && (
        <button type="button" onClick={retry} className="button h-8 text-xs sm:h-7">
          <Icon name="retry" className="size-3" />
          {t('chat.retry')}
        </button>
      )}
    </div>
  )
}
