import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type {
  ActionFunctionArgs,
  EntryContext,
  HandleDataRequestFunction,
  LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from './components/nonce.ts'
import { composeContentSecurityPolicy } from './content-security-policy.ts'
import { createNullByteFilter } from './create-null-byte-filter.ts'

/** Comparing two windows of 300,000 clients may take its seconds on a busy machine. */
export const streamTimeout = 30_000

function setCommonHeaders(headers: Headers) {
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cache-Control', headers.get('Cache-Control') ?? 'private, no-cache')
}

/** Renders a page whole before it is sent: it is complete without scripts, and an error still has its status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  let finalStatus = status
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        // Parts past this size would need a script to get to their place.
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          headers.set('Content-Security-Policy', composeContentSecurityPolicy(nonce, import.meta.env.DEV))
          headers.set('X-Frame-Options', 'DENY')
          headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
          setCommonHeaders(headers)
          // In one piece: sent in React's pieces of 2 KB, each would pass through the compression's thread.
          buffer(pipe(createNullByteFilter()))
            .then((page) => new Response(page, { headers, status: finalStatus }))
            .finally(() => clearTimeout(timeout))
            .then(resolve, reject)
        },
        onShellError: reject,
        onError(error) {
          finalStatus = 500
          console.error(error)
        },
      },
    )
    // Cleared as soon as the page is whole: until then it holds all of the page.
    const timeout = setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

export const handleDataRequest: HandleDataRequestFunction = (response) => {
  setCommonHeaders(response.headers)
  return response
}

/**
 * What the loaders did not foresee goes to standard error, for the operator; pages have words of their own.
 * A visitor's wrong address or method is none of that.
 */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  console.error(error)
}
