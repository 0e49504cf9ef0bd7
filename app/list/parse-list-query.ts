import { type Advice, adviceSchema, type RiskClass, riskClassSchema } from '#core/contracts/decision.ts'
import { defaultListQuery, type ListQuery, type SortKey, sortKeys } from './list-query.ts'
import { parseAmount } from './parse-amount.ts'

export type ListParameter =
  | 'advice'
  | 'class'
  | 'window'
  | 'contract'
  | 'income'
  | 'min'
  | 'max'
  | 'sort'
  | 'page'
export type ListExpectation = 'choice' | 'amount' | 'range' | 'sort' | 'pageNumber' | 'page'

/** A part of the address that can't be used: it is left out, and the page says so. */
export interface ListProblem {
  parameter: ListParameter
  /** At most 40 characters of what stood there. */
  found: string
  expected: ListExpectation
}

/** The values that the data and its windows allow. */
export interface ListChoices {
  windows: readonly string[]
  contracts: readonly string[]
  incomes: readonly string[]
}

const longestEcho = 40
const largestPage = 10_000_000

/**
 * Reads the portfolio's address. Nothing in it can make the page fail: what can't be used is left out and
 * reported. An empty value, as a form without scripts sends it, counts as absent.
 */
export function parseListQuery(
  parameters: URLSearchParams,
  choices: ListChoices,
): { query: ListQuery; problems: ListProblem[] } {
  const problems: ListProblem[] = []
  const report = (parameter: ListParameter, found: string, expected: ListExpectation) => {
    const echo = Array.from(found)
    problems.push({
      parameter,
      found: echo.length > longestEcho ? `${echo.slice(0, longestEcho - 1).join('')}…` : found,
      expected,
    })
  }
  const readAll = (name: ListParameter) =>
    [...new Set(parameters.getAll(name).map((text) => text.trim()))].filter(Boolean)
  const readChoices = <Choice extends string>(name: ListParameter, allowed: readonly Choice[]): Choice[] => {
    const unknown = readAll(name).find((text) => !allowed.some((choice) => choice === text))
    if (unknown !== undefined) report(name, unknown, 'choice')
    return allowed.filter((choice) => readAll(name).includes(choice))
  }
  const readAmount = (name: 'min' | 'max') => {
    const text = readAll(name)[0]
    if (text === undefined) return undefined
    const amount = parseAmount(text)
    if (amount === undefined) report(name, text, 'amount')
    return amount
  }

  const window = readChoices('window', choices.windows)[0]
  const contract = readChoices('contract', choices.contracts)[0]
  const income = readChoices('income', choices.incomes)[0]
  const amountMin = readAmount('min')
  let amountMax = readAmount('max')
  if (amountMin !== undefined && amountMax !== undefined && amountMin > amountMax) {
    report('max', String(amountMax), 'range')
    amountMax = undefined
  }
  const query: ListQuery = {
    advice: readChoices<Advice>('advice', adviceSchema.options),
    riskClass: readChoices<RiskClass>('class', riskClassSchema.options),
    ...(window !== undefined && { window }),
    ...(contract !== undefined && { contract }),
    ...(income !== undefined && { income }),
    ...(amountMin !== undefined && { amountMin }),
    ...(amountMax !== undefined && { amountMax }),
    ...readSort(readAll('sort')[0], report),
    page: readPage(readAll('page')[0], report),
  }
  return { query, problems }
}

type Report = (parameter: ListParameter, found: string, expected: ListExpectation) => void

function readSort(text: string | undefined, report: Report): { sort: SortKey; descending: boolean } {
  const { sort, descending } = defaultListQuery
  if (text === undefined) return { sort, descending }
  const key = sortKeys.find((candidate) => candidate === text.replace(/^-/, ''))
  if (key) return { sort: key, descending: text.startsWith('-') }
  report('sort', text, 'sort')
  return { sort, descending }
}

function readPage(text: string | undefined, report: Report): number {
  if (text === undefined) return defaultListQuery.page
  const page = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (page >= 1 && page <= largestPage) return page
  report('page', text, 'pageNumber')
  return defaultListQuery.page
}
