import { APICallError, RetryError } from 'ai'
import type { ProviderProblem } from '../conversation.ts'

/** What a provider's error comes down to for the person who waits. */
export function readProviderProblem(error: unknown): ProviderProblem {
  const cause = RetryError.isInstance(error) ? error.lastError : error
  if (APICallError.isInstance(cause)) {
    const { statusCode } = cause
    if (statusCode === undefined) return 'unreachable'
    if (statusCode === 401 || statusCode === 403) return 'keyRefused'
    if (statusCode === 429) return 'rateLimited'
    return statusCode < 400 ? 'brokenOff' : 'badAnswer'
  }
  if (cause instanceof TypeError || isBrokenConnection(cause)) return 'brokenOff'
  return 'badAnswer'
}

function isBrokenConnection(error: unknown): boolean {
  const code = (error as { code?: unknown; cause?: { code?: unknown } } | null)?.code
  return typeof code === 'string' && /^(?:UND_ERR|ECONN|EPIPE)/.test(code)
}
