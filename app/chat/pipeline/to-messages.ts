import type { ModelMessage } from 'ai'
import type { StoredTurn } from '../conversation.ts'
import type { AnsweredCall } from '../receipts/list-known-values.ts'

/** Earlier turns that a question may refer to. */
const mostTurns = 6
const longestAnswer = 2_000

/** The conversation so far and the question, as a language model reads them. */
export function toMessages(earlier: readonly StoredTurn[], question: string): ModelMessage[] {
  const before = earlier.slice(-mostTurns).flatMap((turn): ModelMessage[] => [
    { role: 'user', content: turn.question },
    { role: 'assistant', content: readAnswer(turn).slice(0, longestAnswer) || '…' },
  ])
  return [...before, { role: 'user', content: question }]
}

/** The words of a turn's answer; a figure without a receipt is left out, so that no later answer repeats it. */
export function readAnswer({ events }: Pick<StoredTurn, 'events'>): string {
  const words = events.map((event) => {
    if (event.type === 'text') return event.text
    if (event.type !== 'figure') return ''
    return event.receipt ? event.text : '…'
  })
  return words.join('').trim()
}

/** The calls of earlier turns that were answered: figures may still be bound to them. */
export function listAnsweredCalls(earlier: readonly StoredTurn[]): AnsweredCall[] {
  const events = earlier.slice(-mostTurns).flatMap((turn) => turn.events)
  return events.flatMap((event) => {
    if (event.type !== 'toolCall') return []
    const result = events.find((other) => other.type === 'toolResult' && other.callId === event.callId)
    if (result?.type !== 'toolResult' || !result.answer) return []
    return [{ callId: event.callId, tool: event.tool, input: event.input, answer: result.answer }]
  })
}
