import type { ProviderProblem, StoredTurn, TurnEnd } from '../conversation.ts'
import type { WordEvent } from './compose-answer.ts'

export interface ToolCall {
  callId: string
  tool: string
  input: Record<string, unknown>
  /** Place among the turn's calls, from 1: the number that its figures carry. */
  number: number
  /** Null while it runs. */
  result: { status: 'answered' | 'refused'; text: string; answer: Record<string, unknown> | null } | null
}

export type TurnPart = { kind: 'calls'; calls: ToolCall[] } | { kind: 'words'; words: WordEvent[] }

export interface TurnContent {
  model: string | null
  /** Calls and words in the order in which they came. */
  parts: TurnPart[]
  calls: ToolCall[]
  suggestions: string[]
  end: { reason: TurnEnd; problem: ProviderProblem | null } | null
}

/** What a turn's events come to. */
export function composeTurn({ events }: Pick<StoredTurn, 'events'>): TurnContent {
  const content: TurnContent = { model: null, parts: [], calls: [], suggestions: [], end: null }
  for (const event of events) {
    const last = content.parts.at(-1)
    switch (event.type) {
      case 'started':
        content.model = event.model
        break
      case 'toolCall': {
        const { callId, tool, input } = event
        const call: ToolCall = { callId, tool, input, number: content.calls.length + 1, result: null }
        content.calls.push(call)
        if (last?.kind === 'calls') last.calls.push(call)
        else content.parts.push({ kind: 'calls', calls: [call] })
        break
      }
      case 'toolResult': {
        const { callId, status, text, answer } = event
        const call = content.calls.find((other) => other.callId === callId)
        if (call) call.result = { status, text, answer }
        break
      }
      case 'text':
      case 'figure':
        if (last?.kind === 'words') last.words.push(event)
        else content.parts.push({ kind: 'words', words: [event] })
        break
      case 'suggestions':
        content.suggestions = event.questions
        break
      case 'ended':
        content.end = { reason: event.reason, problem: event.problem ?? null }
    }
  }
  return content
}
