import { corruptTrees } from './corrupt-trees.ts'
import type { TreeEnsemble } from './tree-ensemble.ts'

/** Covers are counts stored as float32: exact to 2²⁴, rounded past it. */
const coverTolerance = 1e-6

/**
 * Walks every tree once: all its nodes hang from its root, thresholds are numbers, covers are positive and a
 * branch's is the sum of its children's.
 *
 * @throws AdvisorError BUNDLE_CORRUPT at the first node that differs.
 */
export function assertTreeStructure(ensemble: TreeEnsemble): void {
  const { treeRoots, featureIndices, trueChildren, falseChildren } = ensemble
  let reached = 0
  const waiting = Array.from(treeRoots)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    reached++
    if (featureIndices[node] === -1) continue
    assertBranch(ensemble, node)
    waiting.push(trueChildren[node] as number, falseChildren[node] as number)
  }
  const lost = featureIndices.length - reached
  if (lost > 0) throw corruptTrees(`${lost} nodes hang from no root.`)
}

function assertBranch(ensemble: TreeEnsemble, node: number): void {
  const { thresholds, covers, trueChildren, falseChildren } = ensemble
  if (Number.isNaN(thresholds[node])) throw corruptTrees(`Node ${node} has no number as threshold.`)
  const cover = covers[node] as number
  const trueCover = covers[trueChildren[node] as number] as number
  const falseCover = covers[falseChildren[node] as number] as number
  if (!(trueCover > 0 && falseCover > 0 && Number.isFinite(cover))) {
    throw corruptTrees(
      `Node ${node} has the covers ${trueCover} and ${falseCover} below it; both must be positive.`,
    )
  }
  if (Math.abs(trueCover + falseCover - cover) > coverTolerance * cover) {
    throw corruptTrees(`Node ${node} has the cover ${cover}, its children ${trueCover} and ${falseCover}.`)
  }
}
