import type { IncomingHttpHeaders } from 'node:http'

/** The cookies of a request, as better-auth reads them: nothing else of it concerns a session. */
export function toWebHeaders({ cookie }: IncomingHttpHeaders): Headers {
  return new Headers(cookie === undefined ? {} : { cookie })
}
