import type { ClientProfile } from '#core/contracts/client-profile.ts'
import type { ClientChanges } from '#core/contracts/simulate-client.ts'
import { readPresentRequest, type WhatIfRequest } from './what-if-request.ts'

type RequestedCredit = Pick<
  ClientProfile,
  'creditAmount' | 'annuityAmount' | 'goodsPriceAmount' | 'annualIncomeAmount' | 'contractType'
>

/**
 * The core's changes for an application, null when nothing changes. Another amount keeps the term, so the annuity
 * follows in proportion, as the suggestions of the core do.
 */
export function toClientChanges(request: WhatIfRequest, profile: ClientProfile): ClientChanges | null {
  const present = readPresentRequest(profile)
  const changes: ClientChanges = {}
  for (const field of ['creditAmount', 'goodsPriceAmount', 'annualIncomeAmount'] as const) {
    const figure = request[field]
    if (figure !== null && figure !== present[field]) changes[field] = figure
  }
  if (request.contractType !== null && request.contractType !== present.contractType) {
    changes.contractType = request.contractType
  }
  const { termMonths, annuityAmount } = request
  if (annuityAmount !== null) {
    if (annuityAmount !== profile.annuityAmount) changes.annuityAmount = annuityAmount
  } else if (termMonths !== null && termMonths !== present.termMonths) changes.termMonths = termMonths
  else if (changes.creditAmount !== undefined) Object.assign(changes, keepTerm(changes.creditAmount, profile))
  return Object.keys(changes).length > 0 ? changes : null
}

function keepTerm(amount: number, { creditAmount, annuityAmount }: RequestedCredit): ClientChanges {
  if (!creditAmount || !annuityAmount) return {}
  return { annuityAmount: annuityAmount * (amount / creditAmount) }
}
