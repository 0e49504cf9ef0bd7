import { DataError } from '../data-error.ts'
import type { FeatureStore } from './open-feature-store.ts'
import { findScoredModel } from './queries/find-scored-model.ts'
import { readSnapshot } from './read-snapshot.ts'

/**
 * Runs a query that shows scores, on one snapshot of the store should a load commit meanwhile.
 *
 * @throws DataError STEP_MISSING while no model has scored the data set.
 */
export function readScored<Answer>(store: FeatureStore, query: () => Answer): Answer {
  return readSnapshot(store, () => {
    if (findScoredModel(store)) return query()
    throw new DataError(
      'STEP_MISSING',
      `${store.path} holds clients that no model has scored. Scores of all clients are expected. Run \`npm start\`, which scores them.`,
    )
  })
}
