import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { type Socket, Server as TcpServer } from 'node:net'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'

export interface StopOptions {
  /** How long a connection that asks nothing is kept for a request that may be on its way. */
  idleGraceMs?: number
  /** When what has not ended is cut off. */
  deadlineMs?: number
}

const sweepEveryMs = 20

/**
 * Prepares a server to be stopped without a request that fails. To be called before it listens.
 *
 * @returns Stops it: nobody connects any more; requests under way, and those that come on open connections meanwhile,
 *   are answered and told that the connection ends with the answer. Settles when every connection has ended.
 */
export function prepareStop(server: Server): (options?: StopOptions) => Promise<void> {
  const underWay = new Set<ServerResponse>()
  const sockets = new Set<Socket>()
  let isStopping = false
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (socket.destroyed) return
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
    if (isStopping) announceEnd(response)
  })
  return async ({ idleGraceMs = 500, deadlineMs = 9_500 } = {}) => {
    await letInWhoWaits()
    // As TCP servers do: an HTTP server would cut idle connections off at once, with what is on its way to them.
    const closed = new Promise((resolve) => TcpServer.prototype.close.call(server, resolve))
    // Only now: who is told that a connection ends opens another at once.
    isStopping = true
    for (const response of underWay) announceEnd(response)
    const startedAt = performance.now()
    let isClosed = false
    closed.then(() => {
      isClosed = true
    })
    while (!isClosed && performance.now() - startedAt < deadlineMs) {
      await pause(sweepEveryMs)
      if (performance.now() - startedAt >= idleGraceMs) closeIdle(server, sockets)
    }
    server.closeAllConnections()
    await closed
  }
}

/** Who has connected is let in at the beginning of a turn of the event loop: after a short turn, nobody waits. */
async function letInWhoWaits(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    const startedAt = performance.now()
    await nextTurn()
    if (turn > 0 && performance.now() - startedAt < 1) return
  }
}

function announceEnd(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

function closeIdle(server: Server, sockets: ReadonlySet<Socket>): void {
  server.closeIdleConnections()
  // Opened by browsers in advance: Node takes them for requests that have begun.
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
}
