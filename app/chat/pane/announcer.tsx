import { useEffect, useRef, useState } from 'react'
import { type Messages, useMessages } from '../../components/use-messages.ts'
import { composeTurn } from './compose-turn.ts'
import type { PaneTurn } from './conversation-state.ts'
import { findEndMessage } from './turn-end.tsx'

/** Tells a screen reader that an answer has begun, and the whole of it once it has ended, rather than every piece. */
export function Announcer({ turns, runningKey }: { turns: PaneTurn[]; runningKey: string | null }) {
  const messages = useMessages()
  const [said, setSaid] = useState({ key: '', text: '' })
  const formerKey = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: beginning and end alone are told
  useEffect(() => {
    const ended = turns.find(({ key }) => key === formerKey.current)
    if (runningKey) setSaid({ key: `${runningKey} begins`, text: messages.t('chat.answering') })
    else if (ended) setSaid({ key: ended.key, text: sayTurn(ended, messages) })
    formerKey.current = runningKey
  }, [runningKey])
  return (
    <div role="log" aria-live="polite" aria-label={messages.t('chat.title')} className="sr-only">
      {said.text && <p key={said.key}>{said.text}</p>}
    </div>
  )
}

function sayTurn(turn: PaneTurn, { t }: Messages): string {
  const { parts, end } = composeTurn(turn)
  const words = parts.map((part) =>
    part.kind === 'calls'
      ? ''
      : part.words
          .map((word) =>
            word.type === 'text' || word.receipt
              ? word.text.replace(/\*\*/g, '')
              : `${word.text} (${t('chat.figure.unverified')})`,
          )
          .join(''),
  )
  const message = findEndMessage(end, turn.trouble)
  return [...words, message && t(message)].filter(Boolean).join(' ')
}
