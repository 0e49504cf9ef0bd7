import type { Advice, RiskClass } from '#core/contracts/decision.ts'
import type { ClientSort, ListClientsInput } from '#core/contracts/list-clients.ts'

/** Columns that the list is sorted by, as the address names them. */
export const sortKeys = ['client', 'repayment', 'credit', 'income', 'age'] as const
export type SortKey = (typeof sortKeys)[number]

/** All that the portfolio's address says. */
export interface ListQuery {
  advice: Advice[]
  riskClass: RiskClass[]
  window?: string
  contract?: string
  income?: string
  amountMin?: number
  amountMax?: number
  sort: SortKey
  descending: boolean
  page: number
}

export const defaultListQuery: ListQuery = {
  advice: [],
  riskClass: [],
  sort: 'client',
  descending: false,
  page: 1,
}

const contractSorts: Record<SortKey, ClientSort> = {
  client: 'clientId',
  repayment: 'probabilityOfDefault',
  credit: 'creditAmount',
  income: 'annualIncomeAmount',
  age: 'ageYears',
}

/** The core's input for an address. Repayment rises where default falls, so its direction is turned round. */
export function toListInput(query: ListQuery, pageSize: number): ListClientsInput {
  const { window, contract, income, amountMin, amountMax } = query
  const descending = query.sort === 'repayment' ? !query.descending : query.descending
  const hasAmount = amountMin !== undefined || amountMax !== undefined
  return {
    sort: contractSorts[query.sort],
    direction: descending ? 'descending' : 'ascending',
    page: query.page,
    pageSize,
    filters: {
      ...(window !== undefined && { window }),
      ...(query.advice.length > 0 && { advice: query.advice }),
      ...(query.riskClass.length > 0 && { riskClass: query.riskClass }),
      ...(contract !== undefined && { contractType: contract }),
      ...(income !== undefined && { incomeType: income }),
      ...(hasAmount && {
        creditAmount: {
          ...(amountMin !== undefined && { min: amountMin }),
          ...(amountMax !== undefined && { max: amountMax }),
        },
      }),
    },
  }
}

/** How many kinds of filter are set. */
export function countFilters(query: ListQuery): number {
  return [
    query.advice.length > 0,
    query.riskClass.length > 0,
    query.window !== undefined,
    query.contract !== undefined,
    query.income !== undefined,
    query.amountMin !== undefined || query.amountMax !== undefined,
  ].filter(Boolean).length
}
