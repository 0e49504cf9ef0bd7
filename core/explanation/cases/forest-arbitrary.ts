import fc from 'fast-check'
import type { TreeEnsemble } from '../tree-ensemble.ts'

/** A tree as tests write it. */
export type TreeCase =
  | { leafLogOdds: number; cover: number }
  | { feature: number; threshold: number; missingTracksTrue: boolean; ifTrue: TreeCase; ifFalse: TreeCase }

const thresholdArbitrary = fc.constantFrom(-1, -0.5, 0, 0.5, 1)

/** Values on, between and past the thresholds, and unknown ones. */
export const featureValueArbitrary = fc.constantFrom(Number.NaN, -2, -1, -0.75, -0.5, -0, 0, 0.25, 0.5, 1, 2)

/** Random trees, of a single leaf up to `maxDepth` splits deep; few features make them recur on a path. */
export function treeArbitrary(featureCount: number, maxDepth: number): fc.Arbitrary<TreeCase> {
  const leaf = fc.record({
    leafLogOdds: fc.double({ min: -2, max: 2, noNaN: true }).map(Math.fround),
    cover: fc.integer({ min: 1, max: 50 }),
  })
  if (maxDepth === 0) return leaf
  const below = treeArbitrary(featureCount, maxDepth - 1)
  const split = fc.record({
    feature: fc.integer({ min: 0, max: featureCount - 1 }),
    threshold: thresholdArbitrary,
    missingTracksTrue: fc.boolean(),
    ifTrue: below,
    ifFalse: below,
  })
  return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 4, arbitrary: split })
}

/** A forest and rows for it. */
export function forestArbitrary(options: { featureCount: number; maxDepth: number; maxTrees: number }) {
  const { featureCount, maxDepth, maxTrees } = options
  return fc.record({
    trees: fc.array(treeArbitrary(featureCount, maxDepth), { minLength: 1, maxLength: maxTrees }),
    row: fc.array(featureValueArbitrary, { minLength: featureCount, maxLength: featureCount }),
  })
}

export function coverOf(tree: TreeCase): number {
  return 'cover' in tree ? tree.cover : coverOf(tree.ifTrue) + coverOf(tree.ifFalse)
}

/** The same trees as flat arrays. */
export function toEnsemble(trees: readonly TreeCase[], featureCount: number): TreeEnsemble {
  const nodes: TreeCase[] = []
  const children: [number, number][] = []
  const place = (tree: TreeCase): number => {
    const position = nodes.push(tree) - 1
    children.push([-1, -1])
    if (!('cover' in tree)) children[position] = [place(tree.ifTrue), place(tree.ifFalse)]
    return position
  }
  const treeRoots = Int32Array.from(trees, place)
  return {
    featureCount,
    treeRoots,
    featureIndices: Int32Array.from(nodes, (node) => ('cover' in node ? -1 : node.feature)),
    thresholds: Float32Array.from(nodes, (node) => ('cover' in node ? 0 : node.threshold)),
    trueChildren: Int32Array.from(children, ([ifTrue]) => ifTrue),
    falseChildren: Int32Array.from(children, ([, ifFalse]) => ifFalse),
    missingTracksTrue: Uint8Array.from(nodes, (node) => ('cover' in node || !node.missingTracksTrue ? 0 : 1)),
    covers: Float64Array.from(nodes, coverOf),
    leafValues: Float64Array.from(nodes, (node) => ('cover' in node ? node.leafLogOdds : 0)),
    offsetLogOdds: 0,
  }
}
