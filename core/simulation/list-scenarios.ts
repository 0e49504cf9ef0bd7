import type { ClientChanges } from '../contracts/simulate-client.ts'
import type { ChangeLever } from '../contracts/wording/describe-changes.ts'

/** What is turned, and how far. Income is no lever: a suggestion to declare another one invites a lie. */
export interface Turn {
  lever: ChangeLever
  /** New amount; the one asked for unless given. */
  amount?: number
  /** New number of instalments; the present one unless given. */
  term?: number
}

export interface Scenario extends Turn {
  /** Every value that changes, in whole units of the currency: what is shown is what is scored. */
  changes: ClientChanges
  /** Sum of the relative changes of the amount and the term, in natural logarithms: 0.1 is one moved by a tenth. */
  effort: number
}

export interface RequestedCredit {
  creditAmount: number
  annuityAmount: number
  goodsPriceAmount: number | null
  /** The catalogue's bound: a shorter term must not ask for more. */
  largestAnnuityAmount: number
}

/** No suggestion goes below this share of what was asked: it would be another project. */
const smallestAmountShare = 0.4
const amountSteps = 24
/** Terms that lenders of this kind offer, in instalments. */
const termBounds = { shortest: 6, longest: 60 }
const significantDigits = 3

/** Steps of the first look at two levers together, and how far the second look goes round what the first found. */
const coarse = { amountStep: 3, termStep: 5 }

/**
 * Scenarios worth scoring for one application, the least effort first: every smaller project at the same term, every
 * other term for the same amount, every down payment on the same good, and coarsely the term together with either.
 */
export function listScenarios(requested: RequestedCredit): Scenario[] {
  const amounts = listSmallerAmounts(requested.creditAmount)
  const terms = listOtherTerms(requested)
  const withGood = requested.goodsPriceAmount !== null
  return [
    ...amounts.map((amount) => drawScenario(requested, { lever: 'amount', amount })),
    ...terms.map((term) => drawScenario(requested, { lever: 'term', term })),
    ...(withGood ? amounts.map((amount) => drawScenario(requested, { lever: 'downPayment', amount })) : []),
    ...every(amounts, coarse.amountStep).flatMap((amount) =>
      every(terms, coarse.termStep).flatMap((term) => [
        drawScenario(requested, { lever: 'amountAndTerm', amount, term }),
        ...(withGood ? [drawScenario(requested, { lever: 'downPaymentAndTerm', amount, term })] : []),
      ]),
    ),
  ].sort((a, b) => a.effort - b.effort)
}

/** Scenarios of less effort round one that turns two levers, at full resolution, the least effort first. */
export function refineScenario(requested: RequestedCredit, found: Scenario): Scenario[] {
  const { lever, amount, term } = found
  if (amount === undefined || term === undefined) return []
  const amounts = around(listSmallerAmounts(requested.creditAmount), amount, coarse.amountStep)
  const terms = around(listOtherTerms(requested), term, coarse.termStep)
  return amounts
    .flatMap((nearAmount) =>
      terms.map((nearTerm) => drawScenario(requested, { lever, amount: nearAmount, term: nearTerm })),
    )
    .filter(({ effort }) => effort < found.effort)
    .sort((a, b) => a.effort - b.effort)
}

function every(values: readonly number[], step: number): number[] {
  return values.filter((_, i) => i % step === 0)
}

function around(values: readonly number[], value: number, reach: number): number[] {
  const at = values.indexOf(value)
  return values.slice(Math.max(0, at - reach), at + reach + 1)
}

function drawScenario(requested: RequestedCredit, turn: Turn): Scenario {
  const { lever, amount, term } = turn
  const { creditAmount, annuityAmount, goodsPriceAmount } = requested
  const termNow = creditAmount / annuityAmount
  const share = (amount ?? creditAmount) / creditAmount
  // A smaller project costs less; a down payment leaves its price as it is.
  const isSmallerProject = lever === 'amount' || lever === 'amountAndTerm'
  return {
    ...turn,
    changes: {
      ...(amount !== undefined && { creditAmount: amount }),
      annuityAmount: Math.round((amount ?? creditAmount) / (term ?? termNow)),
      ...(isSmallerProject &&
        goodsPriceAmount !== null && { goodsPriceAmount: Math.round(goodsPriceAmount * share) }),
    },
    effort: Math.abs(Math.log(share)) + Math.abs(Math.log((term ?? termNow) / termNow)),
  }
}

/** From just below the amount asked for down to its smallest share, in figures that one can say aloud. */
function listSmallerAmounts(creditAmount: number): number[] {
  const amounts = Array.from({ length: amountSteps }, (_, step) =>
    Number(
      (creditAmount * (1 - ((step + 1) / amountSteps) * (1 - smallestAmountShare))).toPrecision(
        significantDigits,
      ),
    ),
  )
  return [...new Set(amounts)].filter((amount) => amount < creditAmount)
}

/** Whole numbers of instalments that differ from the present one. */
function listOtherTerms({ creditAmount, annuityAmount, largestAnnuityAmount }: RequestedCredit): number[] {
  const { shortest, longest } = termBounds
  return Array.from({ length: longest - shortest + 1 }, (_, i) => shortest + i).filter(
    (term) =>
      Math.abs(term - creditAmount / annuityAmount) >= 0.5 && creditAmount / term <= largestAnnuityAmount,
  )
}
