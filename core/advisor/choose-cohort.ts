import type { z } from 'zod'
import { keepUntilChanged } from '#db/store/keep-until-changed.ts'
import { countClients } from '#db/store/queries/count-clients.ts'
import { chooseAll } from '../cohort/choose-all.ts'
import { chooseFiltered } from '../cohort/choose-filtered.ts'
import { chooseSimilar } from '../cohort/choose-similar.ts'
import type { ChosenClients } from '../cohort/chosen-clients.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import { type cohortSchema, smallestCohortSize } from '../contracts/compare-cohort.ts'
import type { Language } from '../contracts/language.ts'
import { describeFilters } from '../contracts/wording/describe-filters.ts'
import { formatNumber } from '../contracts/wording/format-number.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { readConditions } from './read-conditions.ts'
import { readSimilarity } from './read-similarity.ts'

export interface ChosenCohort {
  chosen: ChosenClients
  /** The group in a few words. */
  label: string
}

/**
 * Chooses whom a client is compared with.
 *
 * @param client Number of the client in the order of ids.
 * @throws AdvisorError INVALID_INPUT for an unknown category, COHORT_TOO_SMALL for a group of under 30.
 */
export function chooseCohort(
  advisor: AdvisorContext,
  client: number,
  cohort: z.output<typeof cohortSchema>,
  language: Language,
): ChosenCohort {
  const found = choose(advisor, client, cohort, language)
  const size = found.chosen.members.length
  if (size >= smallestCohortSize) return found
  throw new AdvisorError('COHORT_TOO_SMALL', {
    found: `The cohort "${found.label}" holds ${size} ${size === 1 ? 'client' : 'clients'}.`,
    expected: `Expected at least ${smallestCohortSize}: fewer say more about chance than about the client.`,
    nextStep:
      cohort.kind === 'filter'
        ? 'Widen a range, name more categories or drop a filter; or compare with the most similar clients (kind "similar").'
        : 'The store holds too few clients for this comparison.',
  })
}

function choose(
  advisor: AdvisorContext,
  client: number,
  cohort: z.output<typeof cohortSchema>,
  language: Language,
): ChosenCohort {
  const clientCount = countClients(advisor.store)
  const all = language === 'fr' ? 'Tous les clients' : 'All clients'
  if (cohort.kind === 'all') {
    return { chosen: keepUntilChanged(advisor.store, 'all', () => chooseAll(clientCount)), label: all }
  }
  if (cohort.kind === 'similar') {
    const chosen = chooseSimilar(readSimilarity(advisor), client, cohort.size)
    const size = formatNumber(chosen.members.length, language)
    const label = language === 'fr' ? `${size} clients les plus similaires` : `${size} most similar clients`
    return { chosen, label }
  }
  const labels = advisor.servedDataset().labels(language)
  const chosen = chooseFiltered(clientCount, readConditions(advisor.store, cohort.filters, labels))
  const format = { language, currency: advisor.currency }
  return { chosen, label: describeFilters(cohort.filters, labels.categories, format) || all }
}
