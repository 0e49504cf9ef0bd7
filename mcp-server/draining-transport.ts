import type { JSONRPCMessage, RequestId, Transport, TransportSendOptions } from '@modelcontextprotocol/server'

/** A transport that knows which requests still wait for their answer. */
export class DrainingTransport implements Transport {
  onclose?: () => void
  onerror?: (error: Error) => void
  onmessage?: NonNullable<Transport['onmessage']>
  readonly #inner: Transport
  readonly #waiting = new Set<RequestId>()
  #isDraining = false
  #onDrained = () => {}

  constructor(inner: Transport) {
    this.#inner = inner
  }

  async start(): Promise<void> {
    this.#inner.onclose = () => this.onclose?.()
    this.#inner.onerror = (error) => this.onerror?.(error)
    this.#inner.onmessage = (message, extra) => {
      if (this.#isDraining) return
      this.#note(message)
      this.onmessage?.(message, extra)
    }
    await this.#inner.start()
  }

  async send(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
    await this.#inner.send(message, options)
    if (!('method' in message) && message.id !== undefined) this.#settle(message.id)
  }

  /** Takes no more messages. @returns Settles when every request has its answer. */
  drain(): Promise<void> {
    this.#isDraining = true
    if (this.#waiting.size === 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.#onDrained = resolve
    })
  }

  async close(): Promise<void> {
    await this.#inner.close()
  }

  #note(message: JSONRPCMessage): void {
    if (!('method' in message)) return
    if ('id' in message) this.#waiting.add(message.id)
    // Whoever cancels waits no longer, and is not answered.
    if (message.method === 'notifications/cancelled') {
      this.#settle((message.params as { requestId?: RequestId } | undefined)?.requestId)
    }
  }

  #settle(id: RequestId | undefined): void {
    if (id !== undefined) this.#waiting.delete(id)
    if (this.#isDraining && this.#waiting.size === 0) this.#onDrained()
  }
}
