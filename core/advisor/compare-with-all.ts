import { keepUntilChanged } from '#db/store/keep-until-changed.ts'
import { keepWithinBytes } from '#db/store/keep-within-bytes.ts'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { readFeatureColumn } from '#db/store/queries/read-feature-column.ts'
import type { Standing } from '../cohort/compare-feature.ts'
import { computePercentile } from '../cohort/compute-percentile.ts'
import { countAround } from '../cohort/count-around.ts'
import { describeSpread } from '../cohort/describe-spread.ts'
import { createKnownValues } from '../cohort/known-values.ts'
import { sortFloats } from '../cohort/sort-floats.ts'

/**
 * A client's standing in a feature among all clients. How these are spread is found once: a feature is sorted when it is
 * first asked for, and only counted through for later clients, whether or not its values could be kept.
 *
 * @param own The client's own value, NaN for unknown.
 */
export function compareWithAll(store: FeatureStore, featureName: string, own: number): Standing {
  const column = keepWithinBytes(
    store,
    `feature ${featureName}`,
    () => readFeatureColumn(store, featureName),
    ({ byteLength }) => byteLength,
  )
  const spread = keepUntilChanged(store, `spread ${featureName}`, () =>
    describeSpread(createKnownValues(sortFloats(column).values), column.length),
  )
  return {
    percentile: Number.isNaN(own) ? null : computePercentile(countAround(column, own)),
    ...spread,
  }
}
