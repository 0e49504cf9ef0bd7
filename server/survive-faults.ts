import type { IncomingMessage, ServerResponse } from 'node:http'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Answers with 500 where a listener throws, which would end the process and every other caller's request with it.
 *
 * @param onUnexpected Hears of what was thrown; the caller is told nothing about it.
 */
export function surviveFaults(listener: Listener, onUnexpected: (error: unknown) => void): Listener {
  return (request, response) => {
    try {
      listener(request, response)
    } catch (error) {
      onUnexpected(error)
      if (response.headersSent) {
        response.destroy()
        return
      }
      request.resume()
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }
      response.writeHead(500, headers).end('The service failed unexpectedly. Try again.')
    }
  }
}
