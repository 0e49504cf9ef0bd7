import type { IncomingHttpHeaders } from 'node:http'
import { isAllowedHost, isAllowedOrigin } from './is-allowed-host.ts'

/** Why a request is turned away before its body is read. */
export interface Refusal {
  status: 400 | 403 | 405 | 406 | 415
  message: string
}

/**
 * Checks method and headers as Streamable HTTP and the guard against DNS rebinding demand: a page of another
 * site that a browser shows must not reach a server on the same machine.
 *
 * @param allowedHosts Host names, without port, under which the service is reached besides loopback.
 * @returns Null when the request may go on.
 */
export function guardRequest(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  allowedHosts: readonly string[],
): Refusal | null {
  if (!isAllowedHost(headers.host, allowedHosts)) {
    return {
      status: 403,
      message: `Host "${headers.host ?? ''}" is not served here. Add it to ALLOWED_HOSTS.`,
    }
  }
  if (headers.origin !== undefined && !isAllowedOrigin(headers.origin, allowedHosts)) {
    return { status: 403, message: `Origin "${headers.origin}" may not call this server.` }
  }
  if (method !== 'POST') {
    return { status: 405, message: 'This endpoint is stateless: it answers POST alone.' }
  }
  return guardContent(headers)
}

function guardContent(headers: IncomingHttpHeaders): Refusal | null {
  const contentType = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (contentType !== 'application/json') {
    return { status: 415, message: 'The body must be sent as Content-Type: application/json.' }
  }
  const accept = headers.accept
  if (accept && !/application\/json|application\/\*|\*\/\*/i.test(accept)) {
    return { status: 406, message: 'Answers are application/json; the Accept header must allow it.' }
  }
  return null
}
