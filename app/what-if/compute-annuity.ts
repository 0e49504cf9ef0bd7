import type { ClientProfile } from '#core/contracts/client-profile.ts'
import { toClientChanges } from './to-client-changes.ts'
import type { WhatIfRequest } from './what-if-request.ts'

/** The annuity of another application; null where it is not known. */
export function computeAnnuity(request: WhatIfRequest, profile: ClientProfile): number | null {
  const changes = toClientChanges(request, profile) ?? {}
  if (changes.annuityAmount !== undefined) return changes.annuityAmount
  if (changes.termMonths !== undefined && request.creditAmount !== null) {
    return request.creditAmount / changes.termMonths
  }
  return profile.annuityAmount
}
