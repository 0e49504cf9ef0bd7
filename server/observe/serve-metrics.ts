import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import type { Metrics } from './create-metrics.ts'
import { readServedMetrics } from './read-served-metrics.ts'

export interface ServeMetricsOptions {
  metrics: Metrics
  advisors: AdvisorSource
  /** `METRICS_TOKEN`; null when it is not set: there are no metrics then. */
  token: string | null
  onUnexpected: (error: unknown) => void
}

/**
 * Answers `GET /metrics` to who holds the token. An address would be no proof: behind a proxy on the same machine every
 * caller comes from loopback.
 */
export function serveMetrics(options: ServeMetricsOptions) {
  const { metrics, advisors, token, onUnexpected } = options
  const expected = token === null ? null : digest(`Bearer ${token}`)
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.resume()
    const send = (status: number, body: string, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, {
          'Content-Type': 'text/plain; charset=utf-8',
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-store',
          ...headers,
        })
        .end(body)
    if (!expected) return void send(404, 'Metrics are off. Set METRICS_TOKEN and start again.\n')
    if (!timingSafeEqual(expected, digest(request.headers.authorization ?? ''))) {
      return void send(401, 'The metrics token is expected.\n', { 'WWW-Authenticate': 'Bearer' })
    }
    if (request.method !== 'GET') return void send(405, 'GET is expected.\n', { Allow: 'GET' })
    try {
      const text = await metrics.show(await readServedMetrics(advisors))
      send(200, text, { 'Content-Type': metrics.contentType })
    } catch (error) {
      onUnexpected(error)
      send(500, 'The service failed unexpectedly. Try again.\n')
    }
  }
}

/** Of equal length whatever was sent, so that the comparison tells nothing. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
