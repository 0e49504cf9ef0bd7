import { type MouseEvent, useContext } from 'react'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import type { Receipt } from '../conversation.ts'
import { toPanelPlace } from './to-panel-place.ts'
import { OwnCalls, useTurnContext } from './turn-context.ts'

interface FigureProps {
  text: string
  isOpen: boolean
  /** Id of the detail that the figure opens. */
  detailId: string
  onToggle(): void
}

/** A figure that a tool's answer holds: opened, its receipt says where. Without scripts it leads to the panel. */
export function BoundFigure({
  text,
  receipt,
  isOpen,
  detailId,
  onToggle,
}: FigureProps & { receipt: Receipt }) {
  const { t } = useMessages()
  const { findCall, profile, toHref, move, isBesidePanels } = useTurnContext()
  const isOwn = useContext(OwnCalls).has(receipt.callId)
  const call = findCall(receipt.callId)
  const place = call && toPanelPlace(call, profile, receipt.path)
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onToggle()
    if (!isOpen && place?.kind === 'panel' && isBesidePanels()) move(place.panel, place.changes)
  }
  return (
    <a
      href={place ? toHref(place) : '#conversation'}
      onClick={open}
      aria-expanded={isOpen}
      aria-controls={isOpen ? detailId : undefined}
      className="figure"
    >
      {text}
      <sup aria-hidden="true">{isOwn ? call?.number : '↑'}</sup>
      <span className="sr-only">
        {', '}
        {t('chat.figure.receipt', { label: receipt.label, number: isOwn && call ? call.number : '↑' })}
      </span>
    </a>
  )
}

/** A figure that no tool's answer holds: never to be taken for a fact. */
export function UnverifiedFigure({ text, isOpen, detailId, onToggle }: FigureProps) {
  const { t } = useMessages()
  return (
    <button
      type="button"
      onClick={onToggle}
      aria-expanded={isOpen}
      aria-controls={isOpen ? detailId : undefined}
      className="figure-unverified"
    >
      <Icon name="warning" className="size-3" />
      <s>{text}</s> <span className="font-[560]">{t('chat.figure.unverified')}</span>
    </button>
  )
}
