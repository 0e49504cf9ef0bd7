import type { ErrorCode } from '#core/contracts/advisor-error.ts'

/** What an error page may know. */
export interface PageProblem {
  status: number
  code: ErrorCode | null
  isBadClientId: boolean
  nearestClientIds: number[]
}

/** Data of a thrown answer when a client's address is no number. */
export const badClientId = 'BAD_CLIENT_ID'

/** Reads a thrown answer; anything else, an `Error` above all, counts as an unexpected 500. */
export function readPageProblem(response: { status: number; data: unknown } | null): PageProblem {
  const status = response?.status ?? 500
  const data = response?.data
  if (typeof data !== 'object' || data === null || !('code' in data)) {
    return { status, code: null, isBadClientId: false, nearestClientIds: [] }
  }
  const nearest =
    'nearestClientIds' in data && Array.isArray(data.nearestClientIds) ? data.nearestClientIds : []
  return {
    status,
    code: data.code as ErrorCode,
    isBadClientId: data.code === badClientId,
    nearestClientIds: nearest.filter((id): id is number => Number.isSafeInteger(id)),
  }
}
