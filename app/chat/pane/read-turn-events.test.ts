import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TurnEvent, turnEventSchema } from '../conversation.ts'
import { readTurnEvents } from './read-turn-events.ts'
import { toTurnEvent } from './to-turn-event.ts'

const turn: TurnEvent[] = [
  { type: 'started', turnId: 't', model: 'rules' },
  { type: 'toolCall', callId: 'c', tool: 'scoreClient', input: { clientId: 1 } },
  { type: 'toolResult', callId: 'c', status: 'answered', text: 'Échéance', answer: { mark: 4 } },
  { type: 'text', text: 'La probabilité est de ' },
  { type: 'figure', text: '86,4 %', receipt: { callId: 'c', path: '/mark', value: 4, label: 'Note' } },
  { type: 'figure', text: '12', receipt: null },
  { type: 'suggestions', questions: ['Pourquoi ?'] },
  { type: 'ended', reason: 'providerError', problem: 'brokenOff' },
]

async function read(pieces: Uint8Array[]): Promise<TurnEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
  const events: TurnEvent[] = []
  for await (const event of readTurnEvents(body)) events.push(event)
  return events
}

describe('A streamed turn', () => {
  const bytes = new TextEncoder().encode(turn.map((event) => `${JSON.stringify(event)}\n`).join(''))

  test('is read whole wherever the connection cuts it, in the middle of a letter too', async () => {
    const cuts = fc.uniqueArray(fc.nat({ max: bytes.length }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const edges = [0, ...places.sort((a, b) => a - b), bytes.length]
        const pieces = edges.slice(1).map((edge, index) => bytes.slice(edges[index], edge))
        expect(await read(pieces)).toEqual(turn)
      }),
      { numRuns: 30 },
    )
  })

  test('may lack the line break at its end, and may hold events that this page does not know', async () => {
    const lines = '{"type":"mood","mood":"good"}\n\n{"type":"ended","reason":"done"}'
    expect(await read([new TextEncoder().encode(lines)])).toEqual([{ type: 'ended', reason: 'done' }])
  })

  test('that is no JSON is an error', async () => {
    await expect(read([new TextEncoder().encode('<html>\n')])).rejects.toThrow(SyntaxError)
  })
})

test('an event is shown when it fits the contract', () => {
  for (const event of turn) {
    expect(turnEventSchema.safeParse(event).success).toBe(true)
    expect(toTurnEvent(event)).toBe(event)
  }
  for (const broken of [
    null,
    [],
    'text',
    {},
    { type: 'toString' },
    { type: 'text', text: 1 },
    { type: 'figure', text: '1' },
  ]) {
    expect(toTurnEvent(broken)).toBeNull()
  }
})
