import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http'
import {
  isJSONRPCNotification,
  isJSONRPCRequest,
  type RequestId,
  type Server,
} from '@modelcontextprotocol/server'
import type { Caller, Scope } from '#core/contracts/caller.ts'
import { answerOverHttp, sendJson } from './answer-over-http.ts'
import { composeChallenge } from './challenge.ts'
import { classifyEra, describeVersions } from './classify-era.ts'
import { type AnswerPlainCall, type DirectDoor, isPlainCall, openDirectDoor } from './direct-door.ts'
import { guardRequest } from './guard-request.ts'
import { type IncomingMessage, type MessageOrigin, SharedHttpTransport } from './shared-http-transport.ts'
import { openStatelessDoor, type StatelessDoor } from './stateless-door.ts'

export interface HttpDoorOptions {
  /** Who sends a request; null for a stranger, who is told nothing. */
  authenticate: (request: HttpRequest) => Caller | null | Promise<Caller | null>
  /** What a request takes that not every caller may do. */
  findRequiredScope?: ((message: IncomingMessage) => Scope | undefined) | undefined
  /** Answers plain calls of tools, which then need not pass through the SDK. */
  answerPlainCall?: AnswerPlainCall | undefined
  onUnexpected?: ((error: unknown) => void) | undefined
  /** Whether the service is reached over HTTPS. */
  isSecure?: boolean
  allowedHosts?: readonly string[]
  /** Largest body accepted, bytes. */
  maxBodyBytes?: number
  /** Requests that may wait at once; past that the answer is 503. */
  maxPendingRequests?: number
}

/**
 * A handler of plain `node:http` requests that speaks MCP's Streamable HTTP, stateless, in both eras of the protocol: in
 * JSON, or in events where a long call tells how far it is.
 */
export interface McpHandler {
  (request: HttpRequest, response: ServerResponse): void
  close(): Promise<void>
}

const jsonRpcErrors = { parse: -32700, invalidRequest: -32600, server: -32000 }

/**
 * Opens an endpoint for every caller: one server for all requests of the protocol up to 2025-11-25, one a request since
 * 2026-07-28. A handler finds its caller in `authInfo.extra.caller`.
 *
 * @param createServer Makes a server of the same operations each time.
 */
export async function serveOverHttp(
  createServer: () => Server,
  options: HttpDoorOptions,
): Promise<McpHandler> {
  const { authenticate, isSecure = false, allowedHosts = [], onUnexpected = console.error } = options
  const { maxBodyBytes = 1_048_576, maxPendingRequests = 1000 } = options
  const server = createServer()
  const transport = new SharedHttpTransport()
  await server.connect(transport)
  const stateless = openStatelessDoor(createServer, onUnexpected)
  const attempt = createAttempt(onUnexpected)
  const { findRequiredScope, answerPlainCall } = options
  const direct = answerPlainCall ? openDirectDoor(answerPlainCall, onUnexpected) : null
  const doors = { transport, stateless, direct, findRequiredScope }
  const admit = (request: HttpRequest, response: ServerResponse, caller: Caller | null): void => {
    const resourceUrl = `${isSecure ? 'https' : 'http'}://${request.headers.host}/mcp`
    if (!caller) {
      response.setHeader('WWW-Authenticate', composeChallenge(resourceUrl))
      refuse(request, response, 401, strangerWords)
      return
    }
    readBody(request, response, maxBodyBytes, (body) =>
      attempt(request, response, () => dispatch(doors, { request, response, caller, resourceUrl }, body)),
    )
  }
  const answer = (request: HttpRequest, response: ServerResponse): void | Promise<void> => {
    const refusal = guardRequest(request.method, request.headers, allowedHosts)
    if (refusal) {
      if (refusal.status === 405) response.setHeader('Allow', 'POST')
      refuse(request, response, refusal.status, refusal.message)
      return
    }
    const pendingCount = transport.pendingCount + stateless.pendingCount + (direct?.pendingCount ?? 0)
    if (pendingCount >= maxPendingRequests) {
      response.setHeader('Retry-After', '1')
      refuse(request, response, 503, 'Too many requests wait already. Try again in a second.')
      return
    }
    const caller = authenticate(request)
    // A token is known at once; only a session is looked up, and only it takes a turn more.
    if (caller instanceof Promise) return caller.then((found) => admit(request, response, found))
    admit(request, response, caller)
  }
  const handle = (request: HttpRequest, response: ServerResponse): void =>
    attempt(request, response, () => answer(request, response))
  const close = async () => {
    await Promise.all([server.close(), stateless.close()])
  }
  return Object.assign(handle, { close })
}

/** Makes a way to work at an answer: what a listener throws would end the process, and every other caller's request. */
function createAttempt(onUnexpected: (error: unknown) => void) {
  return (request: HttpRequest, response: ServerResponse, work: () => void | Promise<void>): void => {
    const fail = (error: unknown): void => {
      onUnexpected(error)
      if (response.headersSent) response.destroy()
      else refuse(request, response, 500, 'The service failed unexpectedly. Try again.')
    }
    try {
      work()?.catch(fail)
    } catch (error) {
      fail(error)
    }
  }
}

function readBody(
  request: HttpRequest,
  response: ServerResponse,
  maxBodyBytes: number,
  onBody: (body: string) => void,
): void {
  const tooLarge = () =>
    refuse(request, response, 413, `The body is larger than ${maxBodyBytes} bytes. Send a smaller one.`)
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) {
    tooLarge()
    return
  }
  const chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= maxBodyBytes) chunks.push(chunk)
    else if (!response.headersSent) tooLarge()
  })
  request.on('end', () => {
    if (size <= maxBodyBytes) onBody(Buffer.concat(chunks).toString('utf8'))
  })
}

interface Exchange {
  request: HttpRequest
  response: ServerResponse
  caller: Caller
  resourceUrl: string
}

interface Doors extends Pick<HttpDoorOptions, 'findRequiredScope'> {
  transport: SharedHttpTransport
  stateless: StatelessDoor
  direct: DirectDoor | null
}

function dispatch(
  { transport, stateless, direct, findRequiredScope }: Doors,
  { request, response, caller, resourceUrl }: Exchange,
  body: string,
): void {
  const message = parseMessage(body)
  if (typeof message === 'string') {
    const code = message === 'parse' ? jsonRpcErrors.parse : jsonRpcErrors.invalidRequest
    const text =
      message === 'parse'
        ? 'The body is not JSON.'
        : 'Expected one JSON-RPC 2.0 request or notification; batches left the protocol in 2025-06-18.'
    sendJson(response, 400, errorMessage(code, text))
    return
  }
  const scope = findRequiredScope?.(message)
  if (scope && !caller.scopes.has(scope)) {
    response.setHeader('WWW-Authenticate', composeChallenge(resourceUrl, scope))
    sendJson(response, 403, errorMessage(jsonRpcErrors.server, `The token lacks the scope ${scope}.`))
    return
  }
  const era = classifyEra(request.headers, message)
  if (era === 'handshake' && direct && isPlainCall(message)) {
    direct.answer(response, message, caller)
    return
  }
  const authInfo = { token: '', clientId: caller.actor, scopes: [], extra: { caller } }
  if (era === 'stateless') {
    stateless.answer({ request, response, authInfo, message })
    return
  }
  if (era === 'unknown') {
    sendJson(response, 400, errorMessage(jsonRpcErrors.server, describeVersions(request.headers)))
    return
  }
  const origin: MessageOrigin = { authInfo }
  if (message.id === undefined) {
    transport.notify(message, origin)
    response.writeHead(202).end()
    return
  }
  const { cancel } = transport.request(
    message as IncomingMessage & { id: RequestId },
    origin,
    answerOverHttp(response, request.headers.accept),
  )
  response.once('close', cancel)
}

const strangerWords =
  'A token is needed: send it as "Authorization: Bearer …". An administrator makes them on the page /admin/tokens; a demo keeps one in DATA_DIR/demo-token.'

function parseMessage(body: string): IncomingMessage | 'parse' | 'invalid' {
  let message: unknown
  try {
    message = JSON.parse(body)
  } catch {
    return 'parse'
  }
  // Anything else the server would leave unanswered. A response is none of these: a stateless endpoint asks for nothing.
  const isCall = isPlainCall(message) || isJSONRPCRequest(message) || isJSONRPCNotification(message)
  return isCall ? (message as IncomingMessage) : 'invalid'
}

function errorMessage(code: number, message: string) {
  return { jsonrpc: '2.0', id: null, error: { code, message } }
}

function refuse(request: HttpRequest, response: ServerResponse, status: number, message: string): void {
  request.resume()
  response.setHeader('Connection', 'close')
  sendJson(response, status, errorMessage(jsonRpcErrors.server, message))
}
