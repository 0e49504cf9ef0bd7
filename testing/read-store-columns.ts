import { chooseWindows } from '#core/advisor/choose-windows.ts'
import { pickMembers } from '#core/advisor/compute-drift.ts'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import type { GeneratedColumn } from '#core/drift/cases/generate-columns.ts'
import { listFeatures } from '#db/store/queries/list-features.ts'
import { readFeatureColumn } from '#db/store/queries/read-feature-column.ts'

/**
 * All features of a store in the window that the served model was trained on and in the latest other one.
 *
 * @param mostReferenceRows Only the first clients of the reference: up to 1,000 are tested for significance.
 */
export function readStoreColumns(advisor: AdvisorContext, mostReferenceRows = Infinity): GeneratedColumn[] {
  const { reference, current } = chooseWindows(advisor, undefined)
  const first = { ...reference, members: reference.members.slice(0, mostReferenceRows) }
  return listFeatures(advisor.store).map(({ name }) => {
    const byClient = readFeatureColumn(advisor.store, name)
    return { name, reference: pickMembers(byClient, first), current: pickMembers(byClient, current) }
  })
}
