import type { ErrorCode } from '#core/contracts/advisor-error.ts'
import type { MessageKey } from '../messages/fr.ts'
import type { PageProblem } from './read-page-problem.ts'

export interface ErrorWords {
  title: MessageKey
  body: MessageKey
}

const invalid: ErrorWords = { title: 'error.invalid.title', body: 'error.invalid.body' }
const storeWords: ErrorWords = { title: 'error.store.title', body: 'error.store.body' }
const modelWords: ErrorWords = { title: 'error.model.title', body: 'error.model.body' }
const unexpected: ErrorWords = { title: 'error.unexpected.title', body: 'error.unexpected.body' }

/** Codes that need words of their own; the others are told by their status. */
const wordsOfCode: Partial<Record<ErrorCode, ErrorWords>> = {
  UNKNOWN_CLIENT: { title: 'error.unknownClient.title', body: 'error.unknownClient.none' },
  STORE_MISSING: storeWords,
  STORE_UNUSABLE: storeWords,
  PORTFOLIO_NOT_SCORED: { title: 'error.notScored.title', body: 'error.notScored.body' },
  BUNDLE_MISSING: modelWords,
  BUNDLE_CORRUPT: modelWords,
  FEATURES_MISMATCH: modelWords,
  AUDIT_UNAVAILABLE: { title: 'error.audit.title', body: 'error.audit.body' },
  SCORE_NOT_FINITE: { title: 'error.score.title', body: 'error.score.body' },
}

const wordsOfStatus: Record<number, ErrorWords> = {
  400: invalid,
  422: invalid,
  403: { title: 'error.forbidden.title', body: 'error.forbidden.body' },
  404: { title: 'error.notFound.title', body: 'error.notFound.body' },
  405: { title: 'error.method.title', body: 'error.method.body' },
}

/** The title and the text of an error's page. */
export function chooseErrorWords({ status, code, isBadClientId }: PageProblem): ErrorWords {
  if (isBadClientId) return { title: 'error.badClientId.title', body: 'error.badClientId.body' }
  const ofCode = code && Object.hasOwn(wordsOfCode, code) ? wordsOfCode[code] : undefined
  return ofCode ?? wordsOfStatus[status] ?? unexpected
}
