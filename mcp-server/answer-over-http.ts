import type { ServerResponse } from 'node:http'
import type { JSONRPCMessage } from '@modelcontextprotocol/server'

/** How what a server says about one request reaches its caller. */
export interface HttpAnswer {
  /** Sends word of the work under way: a caller that reads events gets it at once, another one not at all. */
  notify(message: JSONRPCMessage): void
  /** Sends the answer and ends. */
  respond(message: JSONRPCMessage | object): void
}

/**
 * Answers a POST as Streamable HTTP does: in JSON, or as a stream of events from the first notification on.
 *
 * @param accept The request's Accept header.
 */
export function answerOverHttp(response: ServerResponse, accept: string | undefined): HttpAnswer {
  const readsEvents = /text\/event-stream/i.test(accept ?? '')
  let isStream = false
  const sendEvent = (message: object) =>
    response.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`)
  return {
    notify(message) {
      if (!readsEvents || response.destroyed || response.writableEnded) return
      if (!isStream) {
        isStream = true
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      }
      sendEvent(message)
    },
    respond(message) {
      if (response.destroyed) return
      if (!isStream) {
        sendJson(response, 200, message)
        return
      }
      sendEvent(message)
      response.end()
    },
  }
}

/** Answers in JSON, unless something was answered already. */
export function sendJson(response: ServerResponse, status: number, message: object): void {
  if (response.headersSent || response.destroyed) return
  const body = JSON.stringify(message)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  })
  response.end(body)
}
