import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http'
import { type AuthInfo, createMcpHandler, type Server } from '@modelcontextprotocol/server'

/** A request of the protocol's stateless era, whose caller and body are known already. */
export interface StatelessExchange {
  request: HttpRequest
  response: ServerResponse
  authInfo: AuthInfo
  /** The body, parsed. */
  message: object
}

/** Answers requests of the protocol since 2026-07-28: no handshake, no session, each request says all about itself. */
export interface StatelessDoor {
  /** Requests that wait for their answer. */
  readonly pendingCount: number
  answer(exchange: StatelessExchange): void
  close(): Promise<void>
}

/** Subscriptions open at once: nothing here changes, so that few are worth keeping a connection for. */
const maxSubscriptions = 16

/**
 * @param createServer Called once for each request.
 * @param onUnexpected Hears of failures that the caller is told nothing about.
 */
export function openStatelessDoor(
  createServer: () => Server,
  onUnexpected: (error: unknown) => void,
): StatelessDoor {
  const handler = createMcpHandler(createServer, { legacy: 'reject', maxSubscriptions })
  let pendingCount = 0
  const answer = async ({ request, response, authInfo, message }: StatelessExchange) => {
    const gone = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) gone.abort()
    })
    const answered = await handler.fetch(toWebRequest(request, gone.signal), {
      authInfo,
      parsedBody: message,
    })
    await sendWebResponse(answered, response)
  }
  return {
    get pendingCount() {
      return pendingCount
    },
    answer(exchange) {
      pendingCount++
      answer(exchange)
        .catch((error) => {
          if (!exchange.response.destroyed) onUnexpected(error)
          exchange.response.destroy()
        })
        .finally(() => pendingCount--)
    },
    close: handler.close,
  }
}

/** The headers that the protocol reads, without the body, which was read already. */
function toWebRequest({ headers }: HttpRequest, signal: AbortSignal): Request {
  const read = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    const isRead = name.startsWith('mcp-') || name === 'content-type' || name === 'accept'
    if (isRead && value !== undefined) read.set(name, String(value))
  }
  return new Request(`http://${headers.host}/mcp`, { method: 'POST', headers: read, signal })
}

async function sendWebResponse(answered: Response, response: ServerResponse): Promise<void> {
  if (response.destroyed) return
  for (const [name, value] of answered.headers) response.setHeader(name, value)
  response.setHeader('Cache-Control', 'no-store')
  response.statusCode = answered.status
  const isStream = answered.headers.get('content-type')?.startsWith('text/event-stream')
  if (!isStream) {
    const body = await answered.text()
    response.setHeader('Content-Length', Buffer.byteLength(body))
    response.end(body)
    return
  }
  response.flushHeaders()
  const reader = answered.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    response.write(part.value)
  }
  response.end()
}
