import type { TurnEvent } from '../conversation.ts'

export interface StreamEventsOptions {
  run: (signal: AbortSignal) => AsyncIterable<TurnEvent>
  /** Aborted when the person goes away. */
  signal: AbortSignal
  /** Told everything that happened, whether anybody still listens or not. */
  onEnd: (events: TurnEvent[]) => void
  /** Told of faults of ours. */
  onUnexpected: (error: unknown) => void
}

/** Events as lines of JSON. Who stops reading stops the turn; what had happened by then is still told to `onEnd`. */
export function streamEvents({
  run,
  signal,
  onEnd,
  onUnexpected,
}: StreamEventsOptions): ReadableStream<Uint8Array> {
  const stop = new AbortController()
  const encoder = new TextEncoder()
  const events: TurnEvent[] = []
  let isRead = true
  const tell = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const send = (event: TurnEvent) => {
      events.push(event)
      if (isRead) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
    }
    try {
      for await (const event of run(AbortSignal.any([signal, stop.signal]))) send(event)
    } catch (error) {
      onUnexpected(error)
      send({ type: 'ended', reason: 'failed' })
    }
    onEnd(events)
    if (isRead) controller.close()
  }
  return new ReadableStream({
    start(controller) {
      void tell(controller).catch(onUnexpected)
    },
    cancel() {
      isRead = false
      stop.abort()
    },
  })
}
