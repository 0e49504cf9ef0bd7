import type { ClientFilters } from '#core/contracts/client-filters.ts'
import type { Cohort } from '#core/contracts/compare-cohort.ts'
import { type ClientPageQuery, similarCount } from './client-page-query.ts'

/** The core's cohort for an address. A group without criteria is everyone. */
export function toCohort({ cohort, group }: Pick<ClientPageQuery, 'cohort' | 'group'>): Cohort {
  if (cohort === 'similar') return { kind: 'similar', size: similarCount }
  if (cohort === 'all' || Object.keys(group).length === 0) return { kind: 'all' }
  const { regionRating, ...rest } = group
  const filters: ClientFilters = {
    ...rest,
    ...(regionRating !== undefined && { regionRating: { min: regionRating, max: regionRating } }),
  }
  return { kind: 'filter', filters }
}
