import { type ErrorCode, errorCatalogue, isAdvisorError } from '#core/contracts/advisor-error.ts'
import type { Scope } from '#core/contracts/caller.ts'

/** JSON-RPC's numbers for what can go wrong with a request. */
export const rpcCodes = { server: -32000, invalidParams: -32602, internal: -32603 }

/** A request other than a tool's call that is answered with an error. Every SDK takes `code` and `data` as they are. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest'
  readonly code: number
  readonly data: object

  constructor(code: number, message: string, data: object = {}) {
    super(message)
    this.code = code
    this.data = data
  }
}

/** The caller may not do this. */
export function refuseScope(what: string, scope: Scope): RefusedRequest {
  return new RefusedRequest(
    rpcCodes.server,
    `INSUFFICIENT_SCOPE: ${what} takes the scope ${scope}. Ask who gave you the token for one that has it.`,
    { code: 'INSUFFICIENT_SCOPE', scope },
  )
}

export interface ToRefusalOptions {
  /** What was asked for, in words. */
  what: string
  /** What the error's data name beside its code. */
  about?: object | undefined
  /** Hears of errors that are not in the catalogue. */
  onUnexpected: (error: unknown) => void
}

/** What a caller is told of an error: the catalogue's own words, and of any other error nothing. */
export function toRefusal(error: unknown, { what, about, onUnexpected }: ToRefusalOptions): RefusedRequest {
  if (error instanceof RefusedRequest) return error
  if (!isAdvisorError(error)) {
    onUnexpected(error)
    return new RefusedRequest(
      rpcCodes.internal,
      `INTERNAL: ${what} failed unexpectedly. Try again; if it persists, tell who runs the service.`,
      { code: 'INTERNAL' },
    )
  }
  return new RefusedRequest(chooseCode(error.code), `${error.code}: ${error.message}`, {
    code: error.code,
    ...about,
    ...(error.detail.nearestClientIds && { nearestClientIds: error.detail.nearestClientIds }),
  })
}

function chooseCode(code: ErrorCode): number {
  return errorCatalogue[code].audience === 'caller' ? rpcCodes.invalidParams : rpcCodes.internal
}
