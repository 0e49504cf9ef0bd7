import type { TreeEnsemble } from '../tree-ensemble.ts'

/**
 * A split with what its place on the path gives it. Edges number the ways out of splits: 2 + 2n is the true edge of
 * split n, 3 + 2n its false edge, 0 none.
 */
export interface TracedSplit {
  feature: number
  threshold: number
  missingTracksTrue: number
  /** 1/share − 1, where share is multiplied over all splits of the path that read this feature. */
  oddsTrue: number
  oddsFalse: number
  /** The split above, 0 at the root. */
  parent: number
  /** The edge that leads here. */
  parentEdge: number
  /** The last edge above with this feature. */
  earlierEdge: number
  parentEarlierEdge: number
  /** What follows: the split of that number, or (past the splits) a leaf. */
  trueSlot: number
  falseSlot: number
}

export interface TracedTree {
  /** Parents before children. */
  splits: TracedSplit[]
  /** Each leaf's log-odds × the share of training clients that reach it. */
  leafValues: number[]
  /** Sum of the leaf values: what the tree gives on average. */
  meanLogOdds: number
  /** Most distinct features on one path. */
  conditionCount: number
}

interface Waiting {
  node: number
  parent: number
  parentEdge: number
  /** By feature: the last edge of the path that reads it, and its share. */
  conditions: Map<number, { edge: number; share: number }>
}

/** Walks a tree breadth first, merging what its paths ask of one feature. */
export function traceTree(ensemble: TreeEnsemble, root: number): TracedTree {
  const splits: TracedSplit[] = []
  const leaves: { parent: number; parentEdge: number; leafLogOdds: number }[] = []
  let conditionCount = 0
  const waiting: Waiting[] = [{ node: root, parent: 0, parentEdge: 0, conditions: new Map() }]
  for (const { node, parent, parentEdge, conditions } of waiting) {
    if (ensemble.featureIndices[node] === -1) {
      const shares = Array.from(conditions.values(), ({ share }) => share)
      const leafLogOdds = shares.reduce(
        (product, share) => product * share,
        ensemble.leafValues[node] as number,
      )
      leaves.push({ parent, parentEdge, leafLogOdds })
      conditionCount = Math.max(conditionCount, conditions.size)
      continue
    }
    const number = splits.length
    splits.push(traceSplit(ensemble, { node, parent, parentEdge, conditions }, splits))
    if (number > 0) linkTo(splits, parent, parentEdge, number)
    for (const isTrue of [true, false]) {
      waiting.push(follow(ensemble, { node, parent, parentEdge, conditions }, { number, isTrue }))
    }
  }
  for (const [leaf, { parent, parentEdge }] of leaves.entries()) {
    linkTo(splits, parent, parentEdge, splits.length + leaf)
  }
  const leafValues = leaves.map(({ leafLogOdds }) => leafLogOdds)
  return { splits, leafValues, conditionCount, meanLogOdds: leafValues.reduce((sum, each) => sum + each, 0) }
}

function traceSplit(ensemble: TreeEnsemble, at: Waiting, splits: readonly TracedSplit[]): TracedSplit {
  const feature = ensemble.featureIndices[at.node] as number
  return {
    feature,
    threshold: ensemble.thresholds[at.node] as number,
    missingTracksTrue: ensemble.missingTracksTrue[at.node] as number,
    oddsTrue: 1 / shareOf(ensemble, at, true) - 1,
    oddsFalse: 1 / shareOf(ensemble, at, false) - 1,
    parent: at.parent,
    parentEdge: at.parentEdge,
    earlierEdge: at.conditions.get(feature)?.edge ?? 0,
    parentEarlierEdge: at.parentEdge === 0 ? 0 : (splits[at.parent] as TracedSplit).earlierEdge,
    trueSlot: 0,
    falseSlot: 0,
  }
}

function shareOf(ensemble: TreeEnsemble, { node, conditions }: Waiting, isTrue: boolean): number {
  const earlier = conditions.get(ensemble.featureIndices[node] as number)?.share ?? 1
  const child = (isTrue ? ensemble.trueChildren : ensemble.falseChildren)[node] as number
  return (earlier * (ensemble.covers[child] as number)) / (ensemble.covers[node] as number)
}

function follow(
  ensemble: TreeEnsemble,
  at: Waiting,
  { number, isTrue }: { number: number; isTrue: boolean },
): Waiting {
  const edge = 2 + 2 * number + (isTrue ? 0 : 1)
  const feature = ensemble.featureIndices[at.node] as number
  return {
    node: (isTrue ? ensemble.trueChildren : ensemble.falseChildren)[at.node] as number,
    parent: number,
    parentEdge: edge,
    conditions: new Map(at.conditions).set(feature, { edge, share: shareOf(ensemble, at, isTrue) }),
  }
}

function linkTo(splits: TracedSplit[], parent: number, parentEdge: number, slot: number): void {
  const split = splits[parent]
  if (!split) return
  if (parentEdge % 2 === 0) split.trueSlot = slot
  else split.falseSlot = slot
}
