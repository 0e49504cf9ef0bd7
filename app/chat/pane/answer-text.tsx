import { useId, useState } from 'react'
import { useMessages } from '../../components/use-messages.ts'
import { composeAnswer, type Inline, type WordEvent } from './compose-answer.ts'
import { BoundFigure, UnverifiedFigure } from './figure.tsx'
import { ReceiptDetail } from './receipt-detail.tsx'

/** What the assistant wrote: paragraphs and lists, each figure with its receipt or flagged. */
export function AnswerText({ words }: { words: readonly WordEvent[] }) {
  return (
    <div className="answer">
      {composeAnswer(words).map((block, index) =>
        block.kind === 'paragraph' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer only grows at its end
          <Passage key={index} tag="p" inlines={block.inlines} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer only grows at its end
          <ul key={index}>
            {block.items.map((item, itemIndex) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an answer only grows at its end
              <Passage key={itemIndex} tag="li" inlines={item} />
            ))}
          </ul>
        ),
      )}
    </div>
  )
}

/** A paragraph or an item, and below its words the receipt that is open. */
function Passage({ tag: Tag, inlines }: { tag: 'p' | 'li'; inlines: Inline[] }) {
  const { t } = useMessages()
  const detailId = useId()
  const [open, setOpen] = useState<number | null>(null)
  const opened = open === null ? undefined : inlines[open]
  const close = () => {
    // The focus goes back to the figure before its receipt is gone.
    document.querySelector<HTMLElement>(`[aria-controls="${detailId}"]`)?.focus()
    setOpen(null)
  }
  const words = inlines.map((inline, index) => {
    const figure = {
      text: inline.text,
      isOpen: open === index,
      detailId,
      onToggle: () => setOpen(open === index ? null : index),
    }
    const content =
      inline.kind === 'text' ? (
        inline.text
      ) : inline.receipt ? (
        <BoundFigure {...figure} receipt={inline.receipt} />
      ) : (
        <UnverifiedFigure {...figure} />
      )
    const Word = inline.isStrong ? 'strong' : 'span'
    // biome-ignore lint/suspicious/noArrayIndexKey: an answer only grows at its end
    return <Word key={index}>{content}</Word>
  })
  const detail =
    opened?.kind !== 'figure' ? null : opened.receipt ? (
      <ReceiptDetail id={detailId} receipt={opened.receipt} onClose={close} />
    ) : (
      <div id={detailId} className="receipt my-2 rounded-control bg-warn-soft px-3 py-2 text-xs">
        {t('chat.figure.unverified.why')}
      </div>
    )
  if (Tag === 'li') {
    return (
      <li>
        {words}
        {detail}
      </li>
    )
  }
  return (
    <>
      <p>{words}</p>
      {detail}
    </>
  )
}
