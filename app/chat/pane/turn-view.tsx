import { memo, useMemo } from 'react'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { AnswerText } from './answer-text.tsx'
import { composeTurn, type TurnContent } from './compose-turn.ts'
import { ConfirmedDeletion } from './confirmed-deletion.tsx'
import type { PaneTurn } from './conversation-state.ts'
import type { PanelPlace } from './panel-place.ts'
import { PlaceLink, panelTitles } from './place-link.tsx'
import { toPanelPlace } from './to-panel-place.ts'
import { ToolCard } from './tool-card.tsx'
import { TurnBoundary } from './turn-boundary.tsx'
import { OwnCalls, useTurnContext } from './turn-context.ts'
import { TurnEndNote } from './turn-end.tsx'

interface TurnViewProps {
  turn: PaneTurn
  isRunning: boolean
  /** Search part of the page's address. */
  page: string
  /** Asks the same again; null while another turn runs. */
  retry: (() => void) | null
  remove(): Promise<boolean>
}

/** A question and all that came of it. */
export function TurnView({ turn, isRunning, page, retry, remove }: TurnViewProps) {
  const { t } = useMessages()
  const { end } = useMemo(() => composeTurn(turn), [turn])
  return (
    <li id={`turn-${turn.turnId}`} className="turn" aria-busy={isRunning}>
      <div className="flex flex-col items-end">
        <p className="question">
          <span className="sr-only">{t('chat.question')} </span>
          {turn.question}
        </p>
        {!isRunning && <TurnMenu turn={turn} page={page} remove={remove} />}
      </div>
      <div className={isRunning ? 'mt-2' : 'mt-0.5'}>
        <span className="sr-only">{t('chat.answer')} </span>
        <TurnBoundary fallback={<p className="text-ink-3">{t('chat.end.failed')}</p>}>
          <TurnBody turn={turn} isRunning={isRunning} />
        </TurnBoundary>
        {!isRunning && <TurnEndNote end={end} trouble={turn.trouble} retry={retry} />}
      </div>
    </li>
  )
}

/** Calls and words. Drawn again only when the turn itself goes on, not with each event of another. */
const TurnBody = memo(function TurnBody({ turn, isRunning }: Pick<TurnViewProps, 'turn' | 'isRunning'>) {
  const { t } = useMessages()
  const content = useMemo(() => composeTurn(turn), [turn])
  const ownCalls = useMemo(() => new Set(content.calls.map(({ callId }) => callId)), [content])
  const isEmpty = content.parts.length === 0
  return (
    <OwnCalls.Provider value={ownCalls}>
      {content.parts.map((part, index) =>
        part.kind === 'calls' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are only added at the end
          <div key={index} className="my-2 grid gap-1.5 first:mt-0">
            {part.calls.map((call) => (
              <ToolCard key={call.callId} call={call} isRunning={isRunning} />
            ))}
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are only added at the end
          <AnswerText key={index} words={part.words} />
        ),
      )}
      {isRunning && <Waiting isEmpty={isEmpty} />}
      {!isRunning && isEmpty && !turn.trouble && !content.end && (
        <p className="text-ink-3">{t('chat.kept')}</p>
      )}
      {!isRunning && <Places content={content} />}
    </OwnCalls.Provider>
  )
})

function Waiting({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useMessages()
  return (
    <p aria-hidden="true" className="mt-1.5 flex items-center gap-2 text-xs text-ink-3">
      <span className="typing">
        <span />
        <span />
        <span />
      </span>
      {isEmpty && t('chat.thinking')}
    </p>
  )
}

/** When it was asked, and a way to delete it. */
function TurnMenu({ turn, page, remove }: Pick<TurnViewProps, 'turn' | 'page' | 'remove'>) {
  const { t, format } = useMessages()
  const { profile } = useTurnContext()
  if (turn.trouble && turn.events.length === 0) return null
  const label = t('chat.delete.turn.label', { question: turn.question })
  return (
    <div className="relative w-full">
      <time dateTime={turn.askedAt} className="turn-moment">
        {format.moment(turn.askedAt)}
      </time>
      <details className="turn-menu">
        <summary aria-label={label} title={t('chat.delete.turn')}>
          <Icon name="bin" className="size-3.5" />
        </summary>
        <ConfirmedDeletion
          action={`/clients/${profile.clientId}/conversation`}
          fields={{ intent: 'deleteTurn', turnId: turn.turnId, page }}
          label={label}
          note={t('chat.delete.turn.note')}
          remove={remove}
        />
      </details>
    </div>
  )
}

/** Ways to what the answer speaks of. */
function Places({ content }: { content: TurnContent }) {
  const { t } = useMessages()
  const { profile } = useTurnContext()
  const places = new Map<string, PanelPlace>()
  for (const call of content.calls) {
    const place = call.result?.status === 'answered' ? toPanelPlace(call, profile) : null
    if (place?.kind === 'panel') places.set(place.panel, place)
  }
  if (places.size === 0) return null
  return (
    <p className="mt-2 flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-xs text-ink-3">
      {t('chat.places')}
      {[...places.values()].map(
        (place) =>
          place.kind === 'panel' && (
            <PlaceLink key={place.panel} place={place}>
              {t(panelTitles[place.panel])}
            </PlaceLink>
          ),
      )}
    </p>
  )
}
