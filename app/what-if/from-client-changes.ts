import type { ClientChanges } from '#core/contracts/simulate-client.ts'
import { parseWhatIf } from './parse-what-if.ts'
import type { WhatIfRequest } from './what-if-request.ts'

/** The application that a suggestion asks for, so that the sliders can show it and its address can name it. */
export function fromClientChanges(changes: ClientChanges, present: WhatIfRequest): WhatIfRequest {
  const named = Object.entries(changes).map(([name, change]) => [
    name,
    typeof change === 'number' ? change.toFixed(0) : (change ?? ''),
  ])
  return parseWhatIf(new URLSearchParams(named), present)
}
