import type { ParameterChanges } from '../client-page/compose-client-search.ts'
import { sliderFields, type WhatIfRequest, whatIfParameters } from './what-if-request.ts'

/** The parameters of an address for an application; what stays as it is is left out. */
export function composeWhatIfParameters(request: WhatIfRequest, present: WhatIfRequest): ParameterChanges {
  const changes: ParameterChanges = Object.fromEntries(whatIfParameters.map((name) => [name, null]))
  for (const field of [...sliderFields, 'contractType'] as const) {
    if (request[field] !== present[field]) changes[field] = request[field]
  }
  // An exact annuity gives the term too.
  if (request.annuityAmount !== null)
    Object.assign(changes, { annuityAmount: request.annuityAmount, termMonths: null })
  return changes
}
