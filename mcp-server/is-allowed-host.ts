const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether a `Host` header names this service. Those who compose addresses of it may: a port past 65535 is none.
 *
 * @param allowedHosts Host names in lower case, without port, under which it is reached besides loopback.
 */
export function isAllowedHost(host: string | undefined, allowedHosts: readonly string[]): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase()
  return (loopbackHosts.includes(name) || allowedHosts.includes(name)) && URL.canParse(`http://${host}`)
}

/** Whether an `Origin` header is that of a page which this service gave. */
export function isAllowedOrigin(origin: string, allowedHosts: readonly string[]): boolean {
  return URL.canParse(origin) && isAllowedHost(new URL(origin).hostname, allowedHosts)
}
