import type { CategoryLabels } from '../category-labels.ts'
import { parseAmount } from '../list/parse-amount.ts'
import {
  type ClientGroup,
  type ClientPageQuery,
  cohortKinds,
  type GroupCategoryField,
  type GroupRangeField,
  groupCategoryFields,
  groupParameterNames,
  groupRangeFields,
  mostFeatures,
  nameRangeParameters,
  reasonCounts,
  regionRatings,
} from './client-page-query.ts'

/** A criterion of the group that can't be used: it is left out, and the page says so. */
export interface GroupProblem {
  field: GroupCategoryField | GroupRangeField | 'regionRating'
  /** At most 40 characters of what stood there. */
  found: string
}

const longestEcho = 40

/**
 * Reads what the address says of reasons and comparison. Nothing in it can make the page fail: what can't be used is
 * left out, and criteria of the group are reported. An empty value, as a form without scripts sends it, counts as absent.
 */
export function parseClientPageQuery(
  parameters: URLSearchParams,
  labels: CategoryLabels,
): { query: ClientPageQuery; problems: GroupProblem[] } {
  const problems: GroupProblem[] = []
  const reasons = Number(parameters.get('reasons'))
  const query: ClientPageQuery = {
    reasonCount: reasonCounts.find((count) => count === reasons) ?? reasonCounts[0],
    cohort: cohortKinds.find((kind) => kind === parameters.get('cohort')) ?? 'all',
    group: readGroup(parameters, labels, (field, found) =>
      problems.push({ field, found: Array.from(found).slice(0, longestEcho).join('') }),
    ),
    features: readFeatures(parameters),
  }
  return { query, problems }
}

type Report = (field: GroupProblem['field'], found: string) => void

function readFeatures(parameters: URLSearchParams): string[] {
  const names = parameters.getAll('feature').filter((name) => /^[a-z][a-z0-9_]{0,59}$/.test(name))
  return [...new Set(names)].slice(0, mostFeatures)
}

function readGroup(parameters: URLSearchParams, labels: CategoryLabels, report: Report): ClientGroup {
  const group: ClientGroup = {}
  for (const field of groupCategoryFields) {
    const chosen = readText(parameters, groupParameterNames[field])
    if (chosen === undefined) continue
    if (Object.hasOwn(labels[field] ?? {}, chosen)) group[field] = chosen
    else report(field, chosen)
  }
  const rating = readText(parameters, groupParameterNames.regionRating)
  const known = regionRatings.find((candidate) => String(candidate) === rating)
  if (known !== undefined) group.regionRating = known
  else if (rating !== undefined) report('regionRating', rating)
  for (const field of groupRangeFields) {
    const range = readRange(parameters, field, report)
    if (range) group[field] = range
  }
  return group
}

function readRange(parameters: URLSearchParams, field: GroupRangeField, report: Report) {
  const names = nameRangeParameters(field)
  const [min, max] = [names.min, names.max].map((name) => {
    const text = readText(parameters, name)
    const amount = text === undefined ? undefined : parseAmount(text)
    if (text !== undefined && amount === undefined) report(field, text)
    return amount
  })
  if (min !== undefined && max !== undefined && min > max) {
    report(field, `${min} – ${max}`)
    return undefined
  }
  if (min === undefined && max === undefined) return undefined
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

function readText(parameters: URLSearchParams, name: string): string | undefined {
  return parameters.get(name)?.trim() || undefined
}
