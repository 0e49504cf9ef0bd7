import { useEffect, useId, useRef } from 'react'
import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import type { Receipt } from '../conversation.ts'
import { describePath } from './describe-path.ts'
import { formatAnswerValue } from './format-answer-value.ts'
import { PlaceLink } from './place-link.tsx'
import { toPanelPlace } from './to-panel-place.ts'
import { useTurnContext } from './turn-context.ts'
import { useCallWords } from './use-call-words.ts'

interface ReceiptDetailProps {
  id: string
  receipt: Receipt
  onClose(): void
}

/** Where a figure comes from: the value itself, the tool, the place in its answer, the model and the moment. */
export function ReceiptDetail({ id, receipt, onClose }: ReceiptDetailProps) {
  const { t } = useMessages()
  const titleId = useId()
  const detail = useRef<HTMLElement>(null)
  useEffect(() => {
    // Some browsers give a promise back, which is nothing to clean up with.
    detail.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const { findCall, profile } = useTurnContext()
  const call = findCall(receipt.callId)
  const place = call && toPanelPlace(call, profile, receipt.path)
  return (
    <section
      ref={detail}
      id={id}
      aria-labelledby={titleId}
      className="receipt relative my-2 rounded-control border border-accent/40 bg-accent-soft px-3 py-2.5 text-xs"
    >
      <p id={titleId} className="pr-7 font-[580]">
        {t('chat.receipt.title')}
        <span className="font-normal text-ink-2"> · {receipt.label}</span>
      </p>
      <button
        type="button"
        onClick={onClose}
        aria-label={t('chat.receipt.close')}
        className="absolute top-1 right-1 grid size-7 place-items-center rounded-md text-ink-2 hover:bg-surface hover:text-ink"
      >
        <Icon name="cross" className="size-3" />
      </button>
      <ReceiptRows receipt={receipt} />
      {!call && <p className="mt-1 text-ink-2">{t('chat.receipt.gone')}</p>}
      {place?.kind === 'panel' && place.changes === null && (
        <p className="mt-1 text-ink-2">{t('chat.show.otherState')}</p>
      )}
      {place && (
        <p className="mt-1.5">
          <PlaceLink place={place} />
        </p>
      )}
    </section>
  )
}

function ReceiptRows({ receipt }: { receipt: Receipt }) {
  const messages = useMessages()
  const { t, format } = messages
  const { findCall, labels } = useTurnContext()
  const sayCall = useCallWords()
  const call = findCall(receipt.callId)
  const provenance = readProvenance(call?.result?.answer)
  const key = receipt.path.split('/').at(-1) ?? ''
  const said = formatAnswerValue(key, receipt.value, labels, messages)
  const exact = typeof receipt.value === 'number' ? format.plain(receipt.value) : receipt.value
  const rows: [name: string, text: string | null][] = [
    [t('chat.receipt.value'), said === exact ? said : `${said} (${exact})`],
    [t('chat.receipt.tool'), call && Object.values(sayCall(call)).filter(Boolean).join(' · ')],
    [t('chat.receipt.path'), call && describePath(receipt.path, call, messages)],
    [t('chat.receipt.model'), provenance?.modelVersion ?? null],
    [t('chat.receipt.moment'), provenance?.computedAt ? format.moment(provenance.computedAt) : null],
  ]
  return (
    <dl className="mt-1">
      {rows.map(
        ([name, text]) =>
          text && (
            <div key={name} className="flex gap-3 py-0.5">
              <dt className="w-24 shrink-0 text-ink-2">{name}</dt>
              <dd className="min-w-0 wrap-anywhere">{text}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function readProvenance(answer: Record<string, unknown> | null | undefined) {
  const { provenance } = (answer ?? {}) as { provenance?: { modelVersion?: string; computedAt?: string } }
  return provenance ?? null
}
