import type { ClientProfile } from '#core/contracts/client-profile.ts'

/** What the sliders hold, in reading order. The term is in instalments. */
export const sliderFields = ['creditAmount', 'termMonths', 'goodsPriceAmount', 'annualIncomeAmount'] as const
export type SliderField = (typeof sliderFields)[number]

/** An application as it is, or as it could be. Figures are whole: what is typed and linked is what is scored. */
export type WhatIfRequest = Record<SliderField, number | null> & {
  /** An exact annuity, as suggestions name it; null where it follows from amount and term. */
  annuityAmount: number | null
  contractType: string | null
}

/** Every parameter of the address that belongs to the what-if. */
export const whatIfParameters: readonly string[] = [...sliderFields, 'annuityAmount', 'contractType']

/** The application as the client made it, in whole figures. */
export function readPresentRequest(profile: ClientProfile): WhatIfRequest {
  const { creditAmount, annuityAmount, goodsPriceAmount, annualIncomeAmount, contractType } = profile
  const round = (figure: number | null) => (figure === null ? null : Math.round(figure))
  return {
    creditAmount: round(creditAmount),
    termMonths: creditAmount !== null && annuityAmount ? round(creditAmount / annuityAmount) : null,
    goodsPriceAmount: round(goodsPriceAmount),
    annualIncomeAmount: round(annualIncomeAmount),
    annuityAmount: null,
    contractType,
  }
}
