import type { TurnEvent } from '../conversation.ts'
import { toTurnEvent } from './to-turn-event.ts'

/**
 * Reads a turn as it is streamed: a line of JSON an event.
 *
 * @throws SyntaxError for a line that is no JSON, and what the connection itself throws.
 */
export async function* readTurnEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<TurnEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let pending = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      pending += decoder.decode(value, { stream: !done })
      const lines = pending.split('\n')
      // The last line may go on in the next piece.
      pending = done ? '' : (lines.pop() ?? '')
      for (const line of lines) {
        const event = line.trim() === '' ? null : toTurnEvent(JSON.parse(line))
        if (event) yield event
      }
      if (done) return
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}
