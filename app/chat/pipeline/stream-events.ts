import type { TurnEvent } from '../conversation.ts'

export interface StreamEventsOptions {
  run: () => AsyncIterable<TurnEvent>
  /** Called when nobody reads any more. */
  stop: () => void
  /** Told everything that happened, whether anybody still listens or not, before the end is said. */
  onEnd: (events: TurnEvent[]) => void
  /** Told of faults of ours. */
  onUnexpected: (error: unknown) => void
}

/** Events as lines of JSON. Who stops reading stops the turn; what had happened by then is still told to `onEnd`. */
export function streamEvents({
  run,
  stop,
  onEnd,
  onUnexpected,
}: StreamEventsOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const events: TurnEvent[] = []
  let isRead = true
  const tell = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const send = (event: TurnEvent) => {
      if (isRead) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
    }
    try {
      for await (const event of run()) {
        events.push(event)
        // Who reads of the end may ask for the history at once.
        if (event.type === 'ended') onEnd(events)
        send(event)
      }
    } catch (error) {
      onUnexpected(error)
      send({ type: 'ended', reason: 'failed' })
    }
    if (isRead) controller.close()
  }
  return new ReadableStream({
    start(controller) {
      void tell(controller).catch(onUnexpected)
    },
    cancel() {
      isRead = false
      stop()
    },
  })
}
