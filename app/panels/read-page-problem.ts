import { isRouteErrorResponse } from '@remix-run/react'
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

/** Reads what a route threw: an answer of ours, or anything else, which counts as an unexpected 500. */
export function readPageProblem(error: unknown): PageProblem {
  const response = isRouteErrorResponse(error) ? error : null
  const status = response?.status ?? 500
  const data: unknown = response?.data
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
