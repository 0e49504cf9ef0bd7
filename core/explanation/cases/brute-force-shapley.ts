import { coverOf, type TreeCase } from './forest-arbitrary.ts'

/**
 * Shapley values by their definition: every set of features, weighed by how many orders put it first, in the game
 * whose worth is the trees' answer where features outside the set are averaged by cover. Exponential: few features.
 */
export function bruteForceShapley(trees: readonly TreeCase[], row: readonly number[]): number[] {
  const featureCount = row.length
  const worths = Array.from({ length: 2 ** featureCount }, (_, known) =>
    trees.reduce((sum, tree) => sum + expectedLogOdds(tree, row, known), 0),
  )
  return row.map((_, feature) => {
    let contributionLogOdds = 0
    for (let set = 0; set < worths.length; set++) {
      if (set & (1 << feature)) continue
      const gain = (worths[set | (1 << feature)] as number) - (worths[set] as number)
      contributionLogOdds += gain / (featureCount * binomial(featureCount - 1, countBits(set)))
    }
    return contributionLogOdds
  })
}

/** The tree's answer when only the features of the bit set `known` are read from the row. */
export function expectedLogOdds(tree: TreeCase, row: readonly number[], known: number): number {
  if ('cover' in tree) return tree.leafLogOdds
  const { feature, threshold, missingTracksTrue, ifTrue, ifFalse } = tree
  if (known & (1 << feature)) {
    const featureValue = row[feature] as number
    const goesTrue = Number.isNaN(featureValue) ? missingTracksTrue : featureValue <= threshold
    return expectedLogOdds(goesTrue ? ifTrue : ifFalse, row, known)
  }
  const trueShare = coverOf(ifTrue) / coverOf(tree)
  return (
    trueShare * expectedLogOdds(ifTrue, row, known) + (1 - trueShare) * expectedLogOdds(ifFalse, row, known)
  )
}

function countBits(set: number): number {
  return set === 0 ? 0 : (set & 1) + countBits(set >> 1)
}

function binomial(n: number, k: number): number {
  return k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k
}
