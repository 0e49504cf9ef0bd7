import { describe, expect, test } from 'vitest'
import { committedBundlesDir, findChampion } from '../bundle/find-champion.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import { encodeForest, forestAttributes } from './cases/encode-forest.ts'
import { type TreeCase, toEnsemble } from './cases/forest-arbitrary.ts'
import { parseTrees } from './parse-trees.ts'

const stump: TreeCase = {
  feature: 1,
  threshold: 0.5,
  missingTracksTrue: true,
  ifTrue: { leafLogOdds: -1, cover: 3 },
  ifFalse: { leafLogOdds: 2, cover: 1 },
}
const forest = toEnsemble([stump, { leafLogOdds: 0.25, cover: 4 }, { ...stump, ifFalse: stump }], 2)
const attributes = forestAttributes(forest)

describe('Trees are read from ONNX', () => {
  test('every tree of the committed champion is found, with a cover at its root', () => {
    const { manifest, modelBytes } = loadBundle(findChampion('/nonexistent', committedBundlesDir))
    const ensemble = parseTrees(modelBytes)
    expect(ensemble.featureCount).toBe(manifest.features.length)
    expect(ensemble.treeRoots.length).toBe(manifest.model.treeCount)
    for (const root of ensemble.treeRoots) expect(ensemble.covers[root]).toBeGreaterThan(0)
  })

  test('thresholds, ways of unknown values, covers and leaves come back as they were written', () => {
    expect(parseTrees(encodeForest(attributes, 2))).toEqual(forest)
  })

  test('base values are added to the sum of the leaves', () => {
    expect(parseTrees(encodeForest({ ...attributes, base_values: [0.5] }, 2)).offsetLogOdds).toBe(0.5)
  })
})

describe('A model that cannot be explained exactly is refused, with what was found', () => {
  const at = <T>(list: T[], position: number, replacement: T) => list.with(position, replacement)
  const ints = (name: string) => attributes[name] as number[]
  const texts = (name: string) => attributes[name] as string[]
  test.each([
    ['a split by another rule', { nodes_modes: at(texts('nodes_modes'), 0, 'BRANCH_LT') }, /BRANCH_LT/],
    ['an average of trees', { aggregate_function: 'AVERAGE' }, /AVERAGE/],
    ['a transformed sum', { post_transform: 'LOGISTIC' }, /LOGISTIC/],
    ['several targets', { n_targets: 2 }, /2 targets/],
    ['thresholds in doubles', { nodes_values_as_tensor: 1 }, /nodes_values_as_tensor/],
    ['no nodes', { nodes_treeids: [] }, /no nodes/],
    ['no covers', { nodes_hitrates: [] }, /nodes_hitrates has 0 entries/],
    ['a cover of zero', { nodes_hitrates: at(ints('nodes_hitrates'), 1, 0) }, /positive/],
    ['covers that do not add up', { nodes_hitrates: at(ints('nodes_hitrates'), 0, 9) }, /cover 9/],
    ['a threshold that is no number', { nodes_values: at(ints('nodes_values'), 0, Number.NaN) }, /threshold/],
    ['an unknown feature', { nodes_featureids: at(ints('nodes_featureids'), 0, 2) }, /feature 2 of 2/],
    ['a child that is nowhere', { nodes_truenodeids: at(ints('nodes_truenodeids'), 0, 99) }, /node 99/],
    ['a node with two parents', { nodes_truenodeids: at(ints('nodes_truenodeids'), 0, 2) }, /two parents/],
    ['a tree with two roots', { nodes_modes: at(texts('nodes_modes'), 0, 'LEAF') }, /more than one root/],
    ['two nodes of one number', { nodes_nodeids: at(ints('nodes_nodeids'), 1, 0) }, /two nodes 0/],
    ['a leaf without value', { ...withoutLastLeaf() }, /has no value/],
    ['a leaf with two values', { target_nodeids: at(ints('target_nodeids'), 1, 1) }, /more than one value/],
    ['a leaf of another target', { target_ids: at(ints('target_ids'), 0, 1) }, /more than one value/],
    ['a branch with a value', { target_nodeids: at(ints('target_nodeids'), 1, 0) }, /branch with a value/],
    [
      'an infinite leaf',
      { target_weights: at(ints('target_weights'), 0, Number.POSITIVE_INFINITY) },
      /Infinity/,
    ],
    ['leaves of unlike length', { target_ids: [] }, /differ in length/],
  ])('%s', (_title, changed, message) => {
    expect(() => parseTrees(encodeForest({ ...attributes, ...changed }, 2))).toThrow(message)
  })

  test('a circle of nodes', () => {
    const circle = { nodes_truenodeids: at(ints('nodes_truenodeids'), 0, 0) }
    expect(() => parseTrees(encodeForest({ ...attributes, ...circle }, 2))).toThrow(/hang from no root/)
  })

  test('a graph that leaves the number of features open', () => {
    expect(() => parseTrees(encodeForest(attributes, 0))).toThrow(/how many features/)
  })

  test('bytes that are truncated, empty or of another kind', () => {
    const bytes = encodeForest(attributes, 2)
    for (const broken of [
      bytes.subarray(0, bytes.length - 20),
      new Uint8Array(0),
      Buffer.from('<html></html>'),
    ]) {
      expect(() => parseTrees(broken)).toThrow(expect.objectContaining({ code: 'BUNDLE_CORRUPT' }))
    }
  })

  function withoutLastLeaf() {
    const names = ['target_treeids', 'target_nodeids', 'target_ids', 'target_weights']
    return Object.fromEntries(names.map((name) => [name, ints(name).slice(0, -1)]))
  }
})
