import { explainRowsWasm } from './kernel/explain-rows.wasm.ts'
import { layOutForest } from './kernel/lay-out-forest.ts'
import type { TreeEnsemble } from './tree-ensemble.ts'

const kernelModule = new WebAssembly.Module(
  Uint8Array.from(atob(explainRowsWasm), (character) => character.charCodeAt(0)),
)

/** Rows of a batch that pass each tree together, few enough to stay in the processor's cache. */
const rowsTogether = 32

export interface Explainer {
  featureCount: number
  /** Log-odds of the average training client: what contributions add to. */
  baseValueLogOdds: number
  /**
   * The exact path-dependent Shapley value of every feature of one row.
   *
   * @param row `featureCount` values, NaN where unknown.
   * @param contributionsLogOdds Filled with one number a feature; with the base value they add up to the raw score.
   * @returns The base value.
   * @throws RangeError when an array has not one entry a feature.
   */
  explainRow(row: Float32Array, contributionsLogOdds: Float64Array): number
  /**
   * The same for many rows, row-major.
   *
   * @throws RangeError when an array has not `rowCount × featureCount` entries.
   */
  explainBatch(rows: Float32Array, rowCount: number, contributionsLogOdds: Float64Array): number
}

/**
 * Prepares a forest for explanation: exact path-dependent TreeSHAP, as an integral over each tree solved exactly by
 * Gauss–Legendre quadrature in WebAssembly. Pure: the same row gives the same bits.
 *
 * Source: Lundberg et al., Consistent Individualized Feature Attribution for Tree Ensembles (the game); Yu et al.,
 * Linear TreeShap (the polynomial of a path; here by its values at the quadrature's points).
 */
export function createExplainer(ensemble: TreeEnsemble): Explainer {
  const { featureCount } = ensemble
  const { memory, forestAddress, rows, contributions, baseValueLogOdds } = layOutForest(
    ensemble,
    rowsTogether,
  )
  const kernel = new WebAssembly.Instance(kernelModule, { env: { memory } }).exports as unknown as {
    explainRows(forestAddress: number, rowCount: number): void
  }
  function explainBatch(allRows: Float32Array, rowCount: number, contributionsLogOdds: Float64Array): number {
    assertLength('rows', allRows.length, rowCount * featureCount)
    assertLength('contributions', contributionsLogOdds.length, rowCount * featureCount)
    for (let from = 0; from < rowCount; from += rowsTogether) {
      const count = Math.min(rowsTogether, rowCount - from)
      const start = from * featureCount
      rows.set(allRows.subarray(start, start + count * featureCount))
      contributions.fill(0, 0, count * featureCount)
      kernel.explainRows(forestAddress, count)
      contributionsLogOdds.set(contributions.subarray(0, count * featureCount), start)
    }
    return baseValueLogOdds
  }
  return {
    featureCount,
    baseValueLogOdds,
    explainBatch,
    explainRow: (row, contributionsLogOdds) => explainBatch(row, 1, contributionsLogOdds),
  }
}

function assertLength(what: string, found: number, expected: number): void {
  if (found === expected) return
  throw new RangeError(`Found ${found} ${what}; expected ${expected}, one a feature of every row.`)
}
