import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'
import { AnswerTree } from './answer-tree.tsx'
import type { ToolCall } from './compose-turn.ts'
import { PlaceLink } from './place-link.tsx'
import { toPanelPlace } from './to-panel-place.ts'
import { useTurnContext } from './turn-context.ts'
import { useCallWords } from './use-call-words.ts'

type Status = 'running' | 'answered' | 'refused'

const statusMessages: Record<Status, MessageKey> = {
  running: 'chat.call.running',
  answered: 'chat.call.answered',
  refused: 'chat.call.refused',
}

interface ToolCardProps {
  call: ToolCall
  /** Whether the turn still runs: a call without a result then still may get one. */
  isRunning: boolean
}

/** One call of a tool: what was asked, and opened, what was answered. */
export function ToolCard({ call, isRunning }: ToolCardProps) {
  const { t } = useMessages()
  const { name, subject } = useCallWords()(call)
  const status: Status = call.result?.status ?? (isRunning ? 'running' : 'refused')
  return (
    <details className="tool-card group rounded-control border border-line bg-paper text-xs">
      <summary className="flex min-h-9 items-center gap-2 rounded-control px-2.5 py-1.5">
        <StatusMark status={status} />
        <span className="min-w-0 flex-1 truncate group-open:whitespace-normal">
          <span className="font-[560]">{name}</span>
          {subject && <span className="text-ink-2"> · {subject}</span>}
        </span>
        <span className="sr-only">, {t(statusMessages[status])}</span>
        <span aria-hidden="true" className="text-2xs text-ink-3 tabular-nums">
          {call.number}
        </span>
        <Icon name="next" className="size-3 text-ink-3 transition-transform group-open:rotate-90" />
      </summary>
      <div className="border-t border-line px-2.5 pt-1.5 pb-2.5">
        <CallDetails call={call} />
      </div>
    </details>
  )
}

function StatusMark({ status }: { status: Status }) {
  if (status === 'running') return <span aria-hidden="true" className="spinner" />
  return status === 'answered' ? (
    <Icon name="check" className="size-3.5 text-good" />
  ) : (
    <Icon name="cross" className="size-3.5 text-bad" />
  )
}

function CallDetails({ call }: { call: ToolCall }) {
  const { t } = useMessages()
  const { profile } = useTurnContext()
  const { tool, input, result } = call
  const { clientId, ...asked } = input
  const place = result?.status === 'answered' ? toPanelPlace(call, profile) : null
  const isOther = clientId !== undefined && clientId !== profile.clientId
  const shown = isOther ? input : asked
  return (
    <>
      {Object.keys(shown).some((key) => key !== 'language') && (
        <>
          <p className="eyebrow">{t('chat.call.input')}</p>
          <AnswerTree json={shown} />
        </>
      )}
      {result && (
        <>
          <p className="eyebrow mt-2 first:mt-0">{t('chat.call.answer')}</p>
          {result.answer ? (
            <AnswerTree json={result.answer} />
          ) : (
            <p className="wrap-anywhere">{result.text}</p>
          )}
        </>
      )}
      <p className="mt-2.5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        {place && <PlaceLink place={place} />}
        <span className="ml-auto text-2xs text-ink-3">{t('chat.call.technical', { tool })}</span>
      </p>
    </>
  )
}
