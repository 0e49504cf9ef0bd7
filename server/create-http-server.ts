import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How much time and room one connection may take, so that no slow or greedy one costs the others. */
export interface ConnectionLimits {
  /** From its beginning until a request's header is whole, milliseconds. */
  headerMs: number
  /** From its beginning until a request is whole. */
  requestMs: number
  /** How long a connection is kept that has no request: longer than proxies keep theirs, so that none is cut off. */
  idleMs: number
  /** How long an answer may wait with no byte on its way, such as for a reader who does not read. */
  stalledMs: number
  /** How often connections are looked at. */
  checkEveryMs: number
  /** Past so many at once, the next are turned away. */
  connections: number
  /** Requests sent on one connection before its first answer came: browsers send one. */
  pipelined: number
  headerFields: number
}

export const connectionLimits: ConnectionLimits = {
  headerMs: 10_000,
  requestMs: 30_000,
  idleMs: 65_000,
  stalledMs: 120_000,
  checkEveryMs: 5_000,
  connections: 1_000,
  pipelined: 16,
  headerFields: 200,
}

/** Makes the HTTP server; a request that takes too long is answered with 408, and its connection ends. */
export function createHttpServer(listener: RequestListener, limits: Partial<ConnectionLimits> = {}): Server {
  const limit = { ...connectionLimits, ...limits }
  const options = {
    headersTimeout: limit.headerMs,
    requestTimeout: limit.requestMs,
    keepAliveTimeout: limit.idleMs,
    connectionsCheckingInterval: limit.checkEveryMs,
  }
  const server = createServer(options, limitPipelining(listener, limit.pipelined))
  server.timeout = limit.stalledMs
  server.maxConnections = limit.connections
  server.maxHeadersCount = limit.headerFields
  return server
}

/** Node hands on all requests that came in one piece, hundreds of them, before the first is answered. */
function limitPipelining(listener: RequestListener, most: number): RequestListener {
  const underWay = new WeakMap<Socket, number>()
  return (request, response: ServerResponse) => {
    const { socket } = request
    if (socket.destroyed) return
    const count = (underWay.get(socket) ?? 0) + 1
    if (count > most) {
      socket.destroy()
      return
    }
    underWay.set(socket, count)
    response.once('close', () => underWay.set(socket, (underWay.get(socket) ?? 1) - 1))
    listener(request, response)
  }
}
