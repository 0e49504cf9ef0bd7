import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a page of this very service sent a request that a browser signs with cookies. Cookies go to every port of a
 * host, so the port counts. Browsers name the origin of whatever changes something; who names none is no browser.
 *
 * @param allowedHosts Host names, without port, under which the service is reached: behind a proxy that changes Host.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, allowedHosts: readonly string[]): boolean {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return url.host === host || (url.port === '' && allowedHosts.includes(url.hostname))
}
