import type { FeatureValues } from '#db/store/open-application-features.ts'
import { listCategories } from '#db/store/queries/list-categories.ts'
import { readSnapshot } from '#db/store/read-snapshot.ts'
import type { ClientChanges } from '../contracts/simulate-client.ts'
import { applyChanges } from '../simulation/apply-changes.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { readClient } from './read-client.ts'
import type { ServedDataset } from './read-served-dataset.ts'

/** One client's application, of which scenarios can be drawn up. */
export interface WhatIf {
  dataset: ServedDataset
  /** All features as they are, NaN where unknown. */
  featureRow: Float32Array
  /** The same by name; null is unknown. */
  present: FeatureValues
  /**
   * The features with each of some changes: what is changed directly and all that derives from it.
   *
   * @returns Row-major, a row of all features for each of the changes.
   * @throws AdvisorError INVALID_INPUT for a change that is not plausible.
   */
  change(changes: readonly ClientChanges[]): Float32Array
  /** The largest plausible value of a feature, by the catalogue. */
  rangeMax(feature: string): number
}

/**
 * Prepares what-ifs for a client. Derived features follow through the row-wise SQL that built them for everyone.
 *
 * @throws AdvisorError UNKNOWN_CLIENT.
 */
export function createWhatIf(advisor: AdvisorContext, clientId: number): WhatIf {
  const { dataset, featureRow, categories } = readSnapshot(advisor.store, () => ({
    ...readClient(advisor, clientId),
    categories: listCategories(advisor.store),
  }))
  const words = dataset.featureWords('fr')
  const present: FeatureValues = {}
  for (const { name, position } of words.values()) {
    const value = featureRow[position] as number
    present[name] = Number.isNaN(value) ? null : value
  }
  const changeable = new Map([...words].filter(([, { actionable }]) => actionable))
  const contractTypeCodes = new Map(
    categories
      .filter(({ sourceField }) => sourceField === 'contractType')
      .map(({ category, code }) => [category, code]),
  )
  const { applicationFeatures } = dataset
  const derivedPositions = applicationFeatures.names.map((name) => words.get(name)?.position)
  return {
    dataset,
    featureRow,
    present,
    rangeMax: (feature) => words.get(feature)?.rangeMax ?? Number.POSITIVE_INFINITY,
    change(changes) {
      const changed = changes.map((change) =>
        applyChanges({ present, changes: change, changeable, contractTypeCodes }),
      )
      const [before = [], ...after] = applicationFeatures.compute(present, [{}, ...changed])
      const rows = new Float32Array(changes.length * featureRow.length)
      changed.forEach((values, i) => {
        const row = rows.subarray(i * featureRow.length, (i + 1) * featureRow.length)
        row.set(featureRow)
        for (const [name, value] of Object.entries(values)) row[words.get(name)!.position] = value
        after[i]?.forEach((value, feature) => {
          const position = derivedPositions[feature]
          // What did not move keeps its stored value: computed again from float32 it could differ in its last digit.
          if (position !== undefined && value !== before[feature]) row[position] = value ?? Number.NaN
        })
      })
      dataset.writeModelFeatures(rows, clientId)
      return rows
    },
  }
}
