import type {
  AuthInfo,
  JSONRPCMessage,
  MessageExtraInfo,
  RequestId,
  Transport,
  TransportSendOptions,
} from '@modelcontextprotocol/server'
import type { HttpAnswer } from './answer-over-http.ts'

/** A request or notification as it came over HTTP, its envelope already checked. */
export interface IncomingMessage {
  jsonrpc: '2.0'
  method: string
  id?: RequestId
  params?: Record<string, unknown>
}

/** What came with a message: who sent it. */
export interface MessageOrigin {
  authInfo: AuthInfo
}

interface PendingRequest {
  callerId: RequestId
  answer: HttpAnswer
}

/**
 * Lets one long-lived server answer every HTTP caller. Building a server per request converts every schema
 * again, which costs four fifths of the throughput. Callers choose their request ids independently, so each
 * id is replaced by one of ours on the way in and restored on the way out: answers can't cross.
 *
 * Stateless: what a server would send by itself has no stream to go to; a notification about a request goes the way of
 * its answer.
 */
export class SharedHttpTransport implements Transport {
  onclose?: () => void
  onerror?: (error: Error) => void
  onmessage?: (message: JSONRPCMessage, extra?: MessageExtraInfo) => void
  #pending = new Map<RequestId, PendingRequest>()
  #nextId = 1

  /** Requests that wait for their answer. */
  get pendingCount(): number {
    return this.#pending.size
  }

  async start(): Promise<void> {}

  /** Hands a notification to the server; nothing comes back. */
  notify(message: IncomingMessage, { authInfo }: MessageOrigin): void {
    // Ids are unknown across stateless calls: one caller's "1" must never cancel another's.
    if (message.method === 'notifications/cancelled') return
    this.onmessage?.(message as JSONRPCMessage, { authInfo })
  }

  /** Hands a request to the server. Returns how to cancel it when the caller goes away. */
  request(
    message: IncomingMessage & { id: RequestId },
    { authInfo }: MessageOrigin,
    answer: HttpAnswer,
  ): { cancel: () => void } {
    const id = this.#nextId++
    this.#pending.set(id, { callerId: message.id, answer })
    this.onmessage?.({ ...message, id } as JSONRPCMessage, { authInfo })
    return { cancel: () => this.#cancel(id) }
  }

  #cancel(id: RequestId): void {
    if (!this.#pending.delete(id)) return
    this.onmessage?.({
      jsonrpc: '2.0',
      method: 'notifications/cancelled',
      params: { requestId: id, reason: 'The caller closed the connection' },
    })
  }

  async send(message: JSONRPCMessage, options: TransportSendOptions = {}): Promise<void> {
    if ('method' in message) {
      if ('id' in message)
        throw new Error(`${message.method} needs a session, which this endpoint has none of`)
      this.#pending.get(options.relatedRequestId ?? '')?.answer.notify(message)
      return
    }
    const pending = message.id === undefined ? undefined : this.#pending.get(message.id)
    if (!pending) return
    this.#pending.delete(message.id as RequestId)
    pending.answer.respond({ ...message, id: pending.callerId })
  }

  async close(): Promise<void> {
    this.#pending.clear()
    this.onclose?.()
  }
}
