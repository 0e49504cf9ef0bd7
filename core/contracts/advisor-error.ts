/**
 * The closed catalogue of what can go wrong. The core throws an `AdvisorError`; each door (MCP, REST, page)
 * translates it once with this table. Only these words, filled with checked values, reach a page or a model.
 */
export interface ErrorKind {
  /** Who can act on it: the person asking, or who runs the service. */
  audience: 'caller' | 'operator'
  httpStatus: 400 | 401 | 403 | 404 | 409 | 422 | 500 | 503
  /** Whether the same call may pass later without any change. */
  retry: boolean
}

export const errorCatalogue = {
  /** The client is in no window of the store. `found` holds the id, `nearest` the closest ids. */
  UNKNOWN_CLIENT: { audience: 'caller', httpStatus: 404, retry: false },
  /** An argument has the wrong type, is out of range or is missing. */
  INVALID_INPUT: { audience: 'caller', httpStatus: 400, retry: false },
  /** A feature that the store does not hold was asked for. `expected` names those that it holds. */
  UNKNOWN_FEATURE: { audience: 'caller', httpStatus: 400, retry: false },
  /** A window that the store does not hold, or the reference itself, was asked for. `expected` names the others. */
  UNKNOWN_WINDOW: { audience: 'caller', httpStatus: 400, retry: false },
  /** The store lacks the window that the model was trained on, or holds no other. `found` names those that it holds. */
  NO_WINDOW_TO_COMPARE: { audience: 'caller', httpStatus: 422, retry: false },
  /** A cohort has too few clients to say anything. `found` holds how many. */
  COHORT_TOO_SMALL: { audience: 'caller', httpStatus: 422, retry: false },
  /** A page cursor was not given out by this service or belongs to another query. */
  INVALID_CURSOR: { audience: 'caller', httpStatus: 400, retry: false },
  /** No resource has this address. `expected` names those that there are. */
  UNKNOWN_RESOURCE: { audience: 'caller', httpStatus: 404, retry: false },
  /** Nobody is known by the session or the token that came with the request, or none came. */
  UNAUTHENTICATED: { audience: 'caller', httpStatus: 401, retry: false },
  /** The caller is known, and may not do this. `expected` names the scope that it takes. */
  INSUFFICIENT_SCOPE: { audience: 'caller', httpStatus: 403, retry: false },
  /** No store, or an empty one: nothing was loaded yet. */
  STORE_MISSING: { audience: 'operator', httpStatus: 503, retry: false },
  /** The store fails SQLite's integrity check or has a schema this version does not know. */
  STORE_UNUSABLE: { audience: 'operator', httpStatus: 503, retry: false },
  /** The lists need every client's score by the served model, and they are not all there yet. */
  PORTFOLIO_NOT_SCORED: { audience: 'operator', httpStatus: 503, retry: true },
  /** Another process is writing to the store. */
  STORE_BUSY: { audience: 'operator', httpStatus: 503, retry: true },
  /** The answer could not be entered in the audit log, so it is not given. */
  AUDIT_UNAVAILABLE: { audience: 'operator', httpStatus: 503, retry: true },
  /** An entry of the audit log can't be computed again: the data that it was computed from are not there. */
  REPLAY_IMPOSSIBLE: { audience: 'operator', httpStatus: 409, retry: false },
  /** A variable of the environment can't be used. */
  INVALID_CONFIGURATION: { audience: 'operator', httpStatus: 503, retry: false },
  /** No champion bundle where one is expected. */
  BUNDLE_MISSING: { audience: 'operator', httpStatus: 503, retry: false },
  /** The bundle's files do not match its manifest's hashes, or the manifest breaks its schema. */
  BUNDLE_CORRUPT: { audience: 'operator', httpStatus: 503, retry: false },
  /** The model asks for features that the store does not hold. */
  FEATURES_MISMATCH: { audience: 'operator', httpStatus: 503, retry: false },
  /** The model gave a number that is not a probability: nothing is shown rather than something wrong. */
  SCORE_NOT_FINITE: { audience: 'operator', httpStatus: 500, retry: false },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof errorCatalogue

/** What went wrong, in the three parts every message holds: what was found, what was expected, what to do. */
export interface ErrorDetail {
  found: string
  expected: string
  nextStep: string
  /** For UNKNOWN_CLIENT: ids near the one asked for, nearest first. */
  nearestClientIds?: number[]
}

export class AdvisorError extends Error {
  override readonly name = 'AdvisorError'
  readonly code: ErrorCode
  readonly detail: ErrorDetail

  constructor(code: ErrorCode, detail: ErrorDetail, options?: { cause?: unknown }) {
    super([detail.found, detail.expected, detail.nextStep].filter(Boolean).join(' '), options)
    this.code = code
    this.detail = detail
  }
}

/** Recognises the error across bundles, where `instanceof` would compare two copies of the class. */
export function isAdvisorError(error: unknown): error is AdvisorError {
  return error instanceof Error && error.name === 'AdvisorError' && 'code' in error && 'detail' in error
}
