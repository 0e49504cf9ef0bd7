import type { ClientChanges } from '../simulate-client.ts'
import type { ValueFormat } from './format-feature-value.ts'
import { formatAmount, formatNumber } from './format-number.ts'

/** What can be turned in a request. */
export type ChangeLever = 'amount' | 'term' | 'downPayment' | 'amountAndTerm' | 'downPaymentAndTerm'

/** One plain sentence, without a full stop, that says all that changes: amount, price of the good, instalment, term. */
export function describeChanges(
  lever: ChangeLever,
  changes: ClientChanges,
  present: Readonly<Record<string, number | null>>,
  { language, currency }: ValueFormat,
): string {
  const say = (amount: number) => formatAmount(amount, language, currency)
  const creditNow = present.credit_amount ?? 0
  const annuityNow = present.annuity_amount ?? 1
  const credit = changes.creditAmount ?? creditNow
  const annuity = changes.annuityAmount ?? annuityNow
  const words = {
    amount: say(credit),
    good: changes.goodsPriceAmount === undefined ? null : say(changes.goodsPriceAmount),
    downPayment: say(creditNow - credit),
    annuity: say(annuity),
    termNow: formatNumber(creditNow / annuityNow, language),
    term: formatNumber(credit / annuity, language),
  }
  return (language === 'fr' ? sayFrench : sayEnglish)(lever, words)
}

interface Words {
  amount: string
  /** Null where the price of the good stays or is unknown. */
  good: string | null
  downPayment: string
  annuity: string
  termNow: string
  term: string
}

function sayFrench(lever: ChangeLever, { amount, good, downPayment, annuity, termNow, term }: Words): string {
  const smaller = `Ramener le montant à ${amount}${good ? ` (bien à ${good})` : ''}`
  const paid = `Apporter ${downPayment} de plus sur le bien et emprunter ${amount}`
  switch (lever) {
    case 'amount':
      return `${smaller}, sur la même durée : échéance de ${annuity}`
    case 'term':
      return `Passer de ${termNow} à ${term} échéances de ${annuity}`
    case 'downPayment':
      return `${paid}, sur la même durée : échéance de ${annuity}`
    case 'amountAndTerm':
      return `${smaller}, en ${term} échéances de ${annuity}`
    case 'downPaymentAndTerm':
      return `${paid}, en ${term} échéances de ${annuity}`
  }
}

function sayEnglish(
  lever: ChangeLever,
  { amount, good, downPayment, annuity, termNow, term }: Words,
): string {
  const smaller = `Lower the amount to ${amount}${good ? ` (good at ${good})` : ''}`
  const paid = `Pay ${downPayment} more down on the good and borrow ${amount}`
  switch (lever) {
    case 'amount':
      return `${smaller}, over the same term: instalment of ${annuity}`
    case 'term':
      return `Go from ${termNow} to ${term} instalments of ${annuity}`
    case 'downPayment':
      return `${paid}, over the same term: instalment of ${annuity}`
    case 'amountAndTerm':
      return `${smaller}, in ${term} instalments of ${annuity}`
    case 'downPaymentAndTerm':
      return `${paid}, in ${term} instalments of ${annuity}`
  }
}
