import type { ComputedDrift } from './compute-drift.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { keptDrift } from './read-drift.ts'

/** The drift reports that were computed since the store or the model changed, one a window. Computes none. */
export function listFinishedDrift(advisor: AdvisorContext): ComputedDrift[] {
  return [...(keptDrift.get(advisor.servedDataset())?.values() ?? [])].flatMap(
    ({ finished }) => finished ?? [],
  )
}
