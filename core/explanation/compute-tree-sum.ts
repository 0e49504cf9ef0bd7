import type { TreeEnsemble } from './tree-ensemble.ts'

/** The raw score of one row in log-odds: the leaves it falls into, summed in doubles. NaN is unknown. */
export function computeTreeSum(ensemble: TreeEnsemble, row: Float32Array): number {
  const { treeRoots, featureIndices, thresholds, trueChildren, falseChildren, missingTracksTrue } = ensemble
  let sumLogOdds = ensemble.offsetLogOdds
  for (let node of treeRoots) {
    for (
      let feature = featureIndices[node] as number;
      feature !== -1;
      feature = featureIndices[node] as number
    ) {
      const featureValue = row[feature] as number
      const goesTrue = Number.isNaN(featureValue)
        ? missingTracksTrue[node] === 1
        : featureValue <= (thresholds[node] as number)
      node = (goesTrue ? trueChildren : falseChildren)[node] as number
    }
    sumLogOdds += ensemble.leafValues[node] as number
  }
  return sumLogOdds
}
