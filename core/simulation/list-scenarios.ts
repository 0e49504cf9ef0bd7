import type { ClientChanges } from '../contracts/simulate-client.ts'
import type { ChangeLever } from '../contracts/wording/describe-changes.ts'

export interface Scenario {
  /** Income is no lever: a suggestion to declare another one invites a lie. */
  lever: ChangeLever
  changes: ClientChanges
  /** Sum of the relative changes, in natural logarithms: 0.1 is one value moved by about a tenth. */
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

/**
 * Every scenario worth scoring for one application, the least effort first: a smaller amount at the same term, another
 * term for the same amount, a down payment on the same good, and amount and term together.
 */
export function listScenarios(requested: RequestedCredit): Scenario[] {
  const scenarios = [
    ...listAmounts(requested),
    ...listTerms(requested),
    ...listDownPayments(requested),
    ...listPairs(requested),
  ]
  return scenarios.sort((a, b) => a.effort - b.effort)
}

function listAmounts({ creditAmount, annuityAmount, goodsPriceAmount }: RequestedCredit): Scenario[] {
  return smallerAmounts(creditAmount).map((amount) => {
    const share = amount / creditAmount
    return {
      lever: 'amount',
      changes: {
        creditAmount: amount,
        annuityAmount: annuityAmount * share,
        ...(goodsPriceAmount !== null && { goodsPriceAmount: goodsPriceAmount * share }),
      },
      effort: effortOf(share),
    }
  })
}

function listTerms(requested: RequestedCredit): Scenario[] {
  const term = requested.creditAmount / requested.annuityAmount
  return otherTerms(requested).map((termMonths) => ({
    lever: 'term',
    changes: { termMonths },
    effort: effortOf(termMonths / term),
  }))
}

function listDownPayments({ creditAmount, annuityAmount, goodsPriceAmount }: RequestedCredit): Scenario[] {
  if (goodsPriceAmount === null) return []
  return smallerAmounts(creditAmount).map((amount) => ({
    lever: 'downPayment',
    changes: { creditAmount: amount, annuityAmount: (annuityAmount * amount) / creditAmount },
    effort: effortOf(amount / creditAmount),
  }))
}

function listPairs(requested: RequestedCredit): Scenario[] {
  const { creditAmount, annuityAmount, goodsPriceAmount } = requested
  const term = creditAmount / annuityAmount
  const terms = otherTerms(requested).filter((_, i) => i % 4 === 0)
  return smallerAmounts(creditAmount)
    .filter((_, i) => i % 2 === 0)
    .flatMap((amount) =>
      terms.map((termMonths) => ({
        lever: 'amountAndTerm' as const,
        changes: {
          creditAmount: amount,
          termMonths,
          ...(goodsPriceAmount !== null && { goodsPriceAmount: (goodsPriceAmount * amount) / creditAmount }),
        },
        effort: effortOf(amount / creditAmount) + effortOf(termMonths / term),
      })),
    )
}

/** From just below the amount asked for down to its smallest share, in figures that one can say aloud. */
function smallerAmounts(creditAmount: number): number[] {
  const amounts = Array.from({ length: amountSteps }, (_, step) =>
    roundToDigits(creditAmount * (1 - ((step + 1) / amountSteps) * (1 - smallestAmountShare))),
  )
  return [...new Set(amounts)].filter((amount) => amount < creditAmount)
}

/** Whole numbers of instalments, nearest first. */
function otherTerms({ creditAmount, annuityAmount, largestAnnuityAmount }: RequestedCredit): number[] {
  const term = creditAmount / annuityAmount
  const { shortest, longest } = termBounds
  return Array.from({ length: longest - shortest + 1 }, (_, i) => shortest + i)
    .filter((months) => Math.abs(months - term) >= 0.5 && creditAmount / months <= largestAnnuityAmount)
    .sort((a, b) => Math.abs(Math.log(a / term)) - Math.abs(Math.log(b / term)))
}

function effortOf(ratio: number): number {
  return Math.abs(Math.log(ratio))
}

function roundToDigits(amount: number): number {
  return Number(amount.toPrecision(significantDigits))
}
