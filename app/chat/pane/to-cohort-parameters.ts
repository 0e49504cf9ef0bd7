import type { ClientFilters } from '#core/contracts/client-filters.ts'
import type { Cohort } from '#core/contracts/compare-cohort.ts'
import {
  groupCategoryFields,
  groupParameterNames,
  groupParameters,
  groupRangeFields,
  mostFeatures,
  nameRangeParameters,
  similarCount,
} from '../../client-page/client-page-query.ts'
import type { ParameterChanges } from '../../client-page/compose-client-search.ts'

/**
 * The parameters that make the comparison show a call's cohort and features; null where its form has no such criterion,
 * so that it never shows another group's figures as this one's.
 */
export function toCohortParameters(input: Record<string, unknown>): ParameterChanges | null {
  const cohort = (input.cohort ?? { kind: 'all' }) as Cohort
  const features = input.features ?? []
  if (!Array.isArray(features) || !features.every((name) => typeof name === 'string')) return null
  const cleared: ParameterChanges = Object.fromEntries(groupParameters.map((name) => [name, null]))
  const shared = { ...cleared, feature: features.length > 0 ? features.slice(0, mostFeatures) : null }
  if (cohort.kind === 'all') return { ...shared, cohort: null }
  if (cohort.kind === 'similar') {
    return (cohort.size ?? similarCount) === similarCount ? { ...shared, cohort: 'similar' } : null
  }
  // The input of a refused call may be anything.
  if (cohort.kind !== 'filter') return null
  const group = toGroupParameters(cohort.filters ?? {})
  return group && { ...shared, cohort: 'group', ...group }
}

function toGroupParameters(filters: ClientFilters): ParameterChanges | null {
  const parameters: ParameterChanges = {}
  for (const [field, criterion] of Object.entries(filters)) {
    if (criterion === undefined) continue
    const category = groupCategoryFields.find((known) => known === field)
    const range = groupRangeFields.find((known) => known === field)
    if (category) {
      const [only, ...others] = [criterion].flat()
      if (typeof only !== 'string' || others.length > 0) return null
      parameters[groupParameterNames[category]] = only
    } else if (!isRange(criterion)) {
      return null
    } else if (range) {
      Object.assign(parameters, toRangeParameters(nameRangeParameters(range), criterion))
    } else if (field === 'regionRating') {
      const { min, max } = criterion
      if (min === undefined || min !== max) return null
      parameters[groupParameterNames.regionRating] = min
    } else return null
  }
  return parameters
}

interface Range {
  min?: number | undefined
  max?: number | undefined
}

function isRange(criterion: unknown): criterion is Range {
  if (typeof criterion !== 'object' || criterion === null) return false
  const { min, max } = criterion as Record<string, unknown>
  return [min, max].every((bound) => bound === undefined || typeof bound === 'number')
}

function toRangeParameters(names: { min: string; max: string }, { min, max }: Range): ParameterChanges {
  return { ...(min !== undefined && { [names.min]: min }), ...(max !== undefined && { [names.max]: max }) }
}
