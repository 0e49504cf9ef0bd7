import type { ListQuery } from './list-query.ts'

/** The address of the portfolio in a state; what has its default is left out. */
export function composeListHref(query: ListQuery): string {
  const parameters = new URLSearchParams()
  for (const advice of query.advice) parameters.append('advice', advice)
  for (const riskClass of query.riskClass) parameters.append('class', riskClass)
  if (query.window !== undefined) parameters.set('window', query.window)
  if (query.contract !== undefined) parameters.set('contract', query.contract)
  if (query.income !== undefined) parameters.set('income', query.income)
  if (query.amountMin !== undefined) parameters.set('min', String(query.amountMin))
  if (query.amountMax !== undefined) parameters.set('max', String(query.amountMax))
  if (query.sort !== 'client' || query.descending) parameters.set('sort', composeSortParameter(query))
  if (query.page > 1) parameters.set('page', String(query.page))
  const search = parameters.toString()
  return search ? `/clients?${search}` : '/clients'
}

/** A column, preceded by `-` for descending order. */
export function composeSortParameter({ sort, descending }: Pick<ListQuery, 'sort' | 'descending'>): string {
  return descending ? `-${sort}` : sort
}
