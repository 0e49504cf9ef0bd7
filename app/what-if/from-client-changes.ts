import type { ClientChanges } from '#core/contracts/simulate-client.ts'
import type { WhatIfRequest } from './what-if-request.ts'

/** The application that a suggestion asks for, so that the sliders can show it. */
export function fromClientChanges(changes: ClientChanges, present: WhatIfRequest): WhatIfRequest {
  const choose = (changed: number | undefined, unchanged: number | null) =>
    changed === undefined ? unchanged : Math.round(changed)
  const creditAmount = choose(changes.creditAmount, present.creditAmount)
  const impliedTerm =
    changes.annuityAmount !== undefined && creditAmount !== null
      ? creditAmount / changes.annuityAmount
      : undefined
  return {
    creditAmount,
    termMonths: choose(changes.termMonths ?? impliedTerm, present.termMonths),
    goodsPriceAmount: choose(changes.goodsPriceAmount, present.goodsPriceAmount),
    annualIncomeAmount: choose(changes.annualIncomeAmount, present.annualIncomeAmount),
    contractType: changes.contractType ?? present.contractType,
  }
}
