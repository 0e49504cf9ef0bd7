import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { CategoryLabels } from '../../category-labels.ts'
import { parseClientPageQuery } from '../../client-page/parse-client-page-query.ts'
import { toCohort } from '../../client-page/to-cohort.ts'
import { parseFigure } from '../../what-if/parse-what-if.ts'
import { sliderFields } from '../../what-if/what-if-request.ts'

/** What the panels show beside the conversation, as far as a question may refer to it. */
export interface PageState {
  /** Absent where the page compares with everyone, as it does at first. */
  cohort?: Cohort
  /** What the what-if has changed. */
  changes?: { field: (typeof sliderFields)[number]; to: number }[]
}

/** Reads the search part of the client page's address. Nothing in it can make this fail. */
export function readPageState(page: string, labels: CategoryLabels): PageState {
  const parameters = new URLSearchParams(page)
  const { query } = parseClientPageQuery(parameters, labels)
  const changes = sliderFields.flatMap((field) => {
    const to = parseFigure(parameters.get(field) ?? '')
    return to === undefined ? [] : [{ field, to }]
  })
  return {
    ...(query.cohort !== 'all' && { cohort: toCohort(query) }),
    ...(changes.length > 0 && { changes }),
  }
}
