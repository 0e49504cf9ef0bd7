import { AdvisorError } from '../contracts/advisor-error.ts'
import type { ClientChanges } from '../contracts/simulate-client.ts'

export interface ChangeableFeature {
  name: string
  rangeMin: number | null
  rangeMax: number | null
}

export interface ApplyChangesOptions {
  /** The applicant's present values by feature name; null is unknown. */
  present: Readonly<Record<string, number | null>>
  changes: ClientChanges
  /** Features that an applicant can change, by name, with the catalogue's bounds. */
  changeable: ReadonlyMap<string, ChangeableFeature>
  /** Codes of the data's contract types. */
  contractTypeCodes: ReadonlyMap<string, number>
}

/**
 * New values of the features that an applicant changes directly, by feature name.
 *
 * @throws AdvisorError INVALID_INPUT when a value lies outside the catalogue's range, a contract type is unknown,
 * or the term and the annuity are both given.
 */
export function applyChanges({
  present,
  changes,
  changeable,
  contractTypeCodes,
}: ApplyChangesOptions): Record<string, number> {
  const { creditAmount, goodsPriceAmount, annualIncomeAmount, contractType } = changes
  const values: Record<string, number | undefined> = {
    credit_amount: creditAmount,
    annuity_amount: computeAnnuity(changes, present.credit_amount ?? null),
    goods_price_amount: goodsPriceAmount,
    annual_income_amount: annualIncomeAmount,
    contract_type_code: contractType === undefined ? undefined : codeOf(contractType, contractTypeCodes),
  }
  const changed: Record<string, number> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue
    assertWithinRange(name, value, changeable.get(name))
    changed[name] = value
  }
  return changed
}

function computeAnnuity(changes: ClientChanges, presentCreditAmount: number | null): number | undefined {
  if (changes.termMonths === undefined) return changes.annuityAmount
  if (changes.annuityAmount !== undefined) {
    throw invalid('Both termMonths and annuityAmount are given.', 'Expected one: the term sets the annuity.')
  }
  const creditAmount = changes.creditAmount ?? presentCreditAmount
  if (creditAmount === null) {
    throw invalid('The amount of the credit is unknown.', 'Expected creditAmount beside termMonths.')
  }
  return creditAmount / changes.termMonths
}

function codeOf(contractType: string, codes: ReadonlyMap<string, number>): number {
  const code = codes.get(contractType)
  if (code !== undefined) return code
  throw invalid(
    `contractType "${contractType}" is unknown.`,
    `Expected one of: ${[...codes.keys()].join(', ')}.`,
  )
}

function assertWithinRange(name: string, value: number, feature: ChangeableFeature | undefined): void {
  if (!feature)
    throw invalid(`${name} cannot be changed.`, 'Expected what the catalogue marks as changeable.')
  const { rangeMin, rangeMax } = feature
  if (value >= (rangeMin ?? -Infinity) && value <= (rangeMax ?? Infinity)) return
  throw invalid(`${name} = ${value} is not plausible.`, `Expected a value from ${rangeMin} to ${rangeMax}.`)
}

function invalid(found: string, expected: string): AdvisorError {
  return new AdvisorError('INVALID_INPUT', {
    found,
    expected,
    nextStep: 'Correct the change and call again.',
  })
}
