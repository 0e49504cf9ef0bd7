import type { ClientChanges } from '../simulate-client.ts'
import type { ValueFormat } from './format-feature-value.ts'
import { formatAmount, formatNumber } from './format-number.ts'

/** What can be turned in a request. */
export type ChangeLever = 'amount' | 'term' | 'downPayment' | 'amountAndTerm'

/** One plain sentence, without a full stop, that says what to ask for instead. */
export function describeChanges(
  lever: ChangeLever,
  changes: ClientChanges,
  present: Readonly<Record<string, number | null>>,
  { language, currency }: ValueFormat,
): string {
  const creditAmount = present.credit_amount ?? 0
  const termNow = formatNumber(creditAmount / (present.annuity_amount ?? 1), language)
  const term = formatNumber(changes.termMonths ?? 0, language)
  const amount = formatAmount(changes.creditAmount ?? creditAmount, language, currency)
  const downPayment = formatAmount(creditAmount - (changes.creditAmount ?? creditAmount), language, currency)
  const french: Record<ChangeLever, string> = {
    amount: `Ramener le montant à ${amount}, sur la même durée`,
    term: `Passer la durée de ${termNow} à ${term} échéances`,
    downPayment: `Apporter ${downPayment} de plus sur le bien et emprunter ${amount}`,
    amountAndTerm: `Ramener le montant à ${amount} et la durée à ${term} échéances`,
  }
  const english: Record<ChangeLever, string> = {
    amount: `Lower the amount to ${amount}, over the same term`,
    term: `Change the term from ${termNow} to ${term} instalments`,
    downPayment: `Pay ${downPayment} more down on the good and borrow ${amount}`,
    amountAndTerm: `Lower the amount to ${amount} and set the term to ${term} instalments`,
  }
  return (language === 'fr' ? french : english)[lever]
}
