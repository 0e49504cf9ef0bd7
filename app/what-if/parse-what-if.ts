import { parseAmount } from '../list/parse-amount.ts'
import { type SliderField, sliderFields, type WhatIfRequest } from './what-if-request.ts'

/**
 * Reads the application that an address asks to score. What can't be read, or is not known of the client, stays as it is.
 * @param present The application as it is.
 */
export function parseWhatIf(parameters: URLSearchParams, present: WhatIfRequest): WhatIfRequest {
  const request = { ...present }
  for (const field of sliderFields) {
    const figure = readFigure(parameters, field)
    if (present[field] !== null && figure !== undefined) request[field] = figure
  }
  const annuityAmount = readFigure(parameters, 'annuityAmount')
  if (
    annuityAmount !== undefined &&
    request.creditAmount !== null &&
    request.termMonths !== null &&
    !parameters.get('termMonths')
  ) {
    request.annuityAmount = annuityAmount
    request.termMonths = Math.max(2, Math.round(request.creditAmount / annuityAmount))
  }
  const contractType = parameters.get('contractType')?.trim()
  if (contractType && present.contractType !== null) request.contractType = contractType.slice(0, 100)
  return request
}

function readFigure(parameters: URLSearchParams, name: SliderField | 'annuityAmount'): number | undefined {
  return parseFigure(parameters.get(name) ?? '')
}

/** A whole figure above zero as people type it; undefined for anything else. */
export function parseFigure(text: string): number | undefined {
  const figure = Math.round(parseAmount(text) ?? 0)
  return figure > 0 ? figure : undefined
}
