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
  const cleared: ParameterChanges = Object.fromEntries(groupParameters.map((name) => [name, null]))
  const features = Array.isArray(input.features) ? input.features.map(String).slice(0, mostFeatures) : []
  const shared = { ...cleared, feature: features.length > 0 ? features : null }
  if (cohort.kind === 'all') return { ...shared, cohort: null }
  if (cohort.kind === 'similar') {
    return (cohort.size ?? similarCount) === similarCount ? { ...shared, cohort: 'similar' } : null
  }
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
    } else if (range) {
      Object.assign(parameters, toRangeParameters(nameRangeParameters(range), criterion as Range))
    } else if (field === 'regionRating') {
      const { min, max } = criterion as Range
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

function toRangeParameters(names: { min: string; max: string }, { min, max }: Range): ParameterChanges {
  return { ...(min !== undefined && { [names.min]: min }), ...(max !== undefined && { [names.max]: max }) }
}
