import { assertTreeStructure } from './assert-tree-structure.ts'
import { corruptTrees } from './corrupt-trees.ts'
import { type OnnxGraph, type OnnxNode, readGraph } from './onnx/read-graph.ts'
import type { TreeEnsemble } from './tree-ensemble.ts'

/**
 * Reads the forest out of an ONNX model: the one TreeEnsembleRegressor that reads the graph's input. What follows
 * it in the graph (the calibration) is left aside.
 *
 * @param modelBytes The bytes of `model.onnx`, with covers in `nodes_hitrates`.
 * @throws AdvisorError BUNDLE_CORRUPT when the bytes are no such model or its trees break an invariant: splits by ≤
 *   alone, one target, trees that end in leaves, covers positive and additive.
 */
export function parseTrees(modelBytes: Uint8Array): TreeEnsemble {
  const graph = readGraph(modelBytes)
  const { forest, featureCount } = findForest(graph)
  assertPlainSum(forest)
  const nodes = readNodeLists(forest)
  const positions = indexNodes(nodes.treeIds, nodes.nodeIds)
  const ensemble = toEnsemble(nodes, positions, featureCount)
  placeLeaves(forest, positions, ensemble)
  assertTreeStructure(ensemble)
  return ensemble
}

function findForest({ inputs, nodes }: OnnxGraph): { forest: OnnxNode; featureCount: number } {
  const found = nodes.flatMap((forest) => {
    const input = inputs.find(({ name }) => name === forest.inputs[0])
    return forest.opType === 'TreeEnsembleRegressor' && input ? [{ forest, featureCount: input.width }] : []
  })
  const [first] = found
  if (found.length !== 1 || !first) {
    throw corruptTrees(`The graph has ${found.length} tree ensembles that read its input.`)
  }
  if (first.featureCount < 1) throw corruptTrees('The graph does not say how many features it reads.')
  return first
}

function assertPlainSum({ attributes }: OnnxNode): void {
  const aggregate = attributes.get('aggregate_function')?.text ?? 'SUM'
  const transform = attributes.get('post_transform')?.text ?? 'NONE'
  const targets = attributes.get('n_targets')?.int ?? 1
  if (aggregate !== 'SUM') throw corruptTrees(`The trees are combined by ${aggregate}, not SUM.`)
  if (transform !== 'NONE') throw corruptTrees(`The sum of the trees is passed through ${transform}.`)
  if (targets !== 1) throw corruptTrees(`The trees give ${targets} targets instead of one.`)
  const doubles = [...attributes.keys()].find((name) => name.endsWith('_as_tensor'))
  if (doubles) throw corruptTrees(`The trees hold ${doubles}, which onnxruntime would read as doubles.`)
}

interface NodeLists {
  treeIds: number[]
  nodeIds: number[]
  features: number[]
  modes: string[]
  thresholds: number[]
  trueIds: number[]
  falseIds: number[]
  missingTracksTrue: number[]
  covers: number[]
}

function readNodeLists({ attributes }: OnnxNode): NodeLists {
  const treeIds = attributes.get('nodes_treeids')?.ints ?? []
  if (treeIds.length === 0) throw corruptTrees('The tree ensemble has no nodes.')
  function required<T>(name: string, values: T[] | undefined): T[] {
    if (values?.length === treeIds.length) return values
    throw corruptTrees(`${name} has ${values?.length ?? 0} entries for ${treeIds.length} nodes.`)
  }
  const ints = (name: string) => required(name, attributes.get(name)?.ints)
  const floats = (name: string) => required(name, attributes.get(name)?.floats)
  const tracksTrue = attributes.get('nodes_missing_value_tracks_true')
  return {
    treeIds,
    nodeIds: ints('nodes_nodeids'),
    features: ints('nodes_featureids'),
    modes: required('nodes_modes', attributes.get('nodes_modes')?.texts),
    thresholds: floats('nodes_values'),
    trueIds: ints('nodes_truenodeids'),
    falseIds: ints('nodes_falsenodeids'),
    missingTracksTrue: tracksTrue ? ints('nodes_missing_value_tracks_true') : treeIds.map(() => 0),
    covers: floats('nodes_hitrates'),
  }
}

interface NodePositions {
  find(treeId: number, nodeId: number): number
}

function indexNodes(treeIds: number[], nodeIds: number[]): NodePositions {
  const byTree = new Map<number, Map<number, number>>()
  for (const [position, treeId] of treeIds.entries()) {
    const tree = byTree.get(treeId) ?? new Map<number, number>()
    byTree.set(treeId, tree)
    const nodeId = nodeIds[position] as number
    if (tree.has(nodeId)) throw corruptTrees(`Tree ${treeId} has two nodes ${nodeId}.`)
    tree.set(nodeId, position)
  }
  return {
    find(treeId, nodeId) {
      const position = byTree.get(treeId)?.get(nodeId)
      if (position === undefined)
        throw corruptTrees(`Tree ${treeId} points at node ${nodeId}, which it lacks.`)
      return position
    },
  }
}

function toEnsemble(nodes: NodeLists, positions: NodePositions, featureCount: number): TreeEnsemble {
  const count = nodes.treeIds.length
  const trueChildren = new Int32Array(count).fill(-1)
  const falseChildren = new Int32Array(count).fill(-1)
  const featureIndices = new Int32Array(count).fill(-1)
  const isChild = new Uint8Array(count)
  for (const [position, mode] of nodes.modes.entries()) {
    if (mode === 'LEAF') continue
    if (mode !== 'BRANCH_LEQ') throw corruptTrees(`Node ${position} splits by ${mode}, not BRANCH_LEQ.`)
    const treeId = nodes.treeIds[position] as number
    const feature = nodes.features[position] as number
    if (feature < 0 || feature >= featureCount) {
      throw corruptTrees(`Node ${position} reads feature ${feature} of ${featureCount}.`)
    }
    featureIndices[position] = feature
    for (const [children, ids] of [
      [trueChildren, nodes.trueIds],
      [falseChildren, nodes.falseIds],
    ] as const) {
      const child = positions.find(treeId, ids[position] as number)
      if (isChild[child]) throw corruptTrees(`Node ${child} has two parents.`)
      isChild[child] = 1
      children[position] = child
    }
  }
  return {
    featureCount,
    treeRoots: findRoots(nodes.treeIds, isChild),
    featureIndices,
    thresholds: Float32Array.from(nodes.thresholds),
    trueChildren,
    falseChildren,
    missingTracksTrue: Uint8Array.from(nodes.missingTracksTrue, (tracks) => (tracks ? 1 : 0)),
    covers: Float64Array.from(nodes.covers),
    leafValues: new Float64Array(count),
    offsetLogOdds: 0,
  }
}

function findRoots(treeIds: number[], isChild: Uint8Array): Int32Array {
  const roots = new Map<number, number>()
  for (const [position, treeId] of treeIds.entries()) {
    if (isChild[position]) continue
    if (roots.has(treeId)) throw corruptTrees(`Tree ${treeId} has more than one root.`)
    roots.set(treeId, position)
  }
  for (const treeId of treeIds) {
    if (!roots.has(treeId)) throw corruptTrees(`Tree ${treeId} has no root: its nodes form a circle.`)
  }
  return Int32Array.from(roots.values())
}

function placeLeaves({ attributes }: OnnxNode, positions: NodePositions, ensemble: TreeEnsemble): void {
  const treeIds = attributes.get('target_treeids')?.ints ?? []
  const nodeIds = attributes.get('target_nodeids')?.ints ?? []
  const weights = attributes.get('target_weights')?.floats ?? []
  const targets = attributes.get('target_ids')?.ints ?? []
  if (new Set([treeIds.length, nodeIds.length, weights.length, targets.length]).size !== 1) {
    throw corruptTrees('The lists of leaves differ in length.')
  }
  const hasValue = new Uint8Array(ensemble.leafValues.length)
  for (const [i, weight] of weights.entries()) {
    const position = positions.find(treeIds[i] as number, nodeIds[i] as number)
    if (ensemble.featureIndices[position] !== -1)
      throw corruptTrees(`Node ${position} is a branch with a value.`)
    if (targets[i] !== 0 || hasValue[position])
      throw corruptTrees(`Leaf ${position} has more than one value.`)
    if (!Number.isFinite(weight)) throw corruptTrees(`Leaf ${position} has the value ${weight}.`)
    hasValue[position] = 1
    ensemble.leafValues[position] = weight
  }
  for (const [position, feature] of ensemble.featureIndices.entries()) {
    if (feature === -1 && !hasValue[position]) throw corruptTrees(`Leaf ${position} has no value.`)
  }
  for (const base of attributes.get('base_values')?.floats ?? []) ensemble.offsetLogOdds += base
}
