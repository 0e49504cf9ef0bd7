import protobuf from 'protobufjs/light.js'
import { onnxSchema } from '../onnx/onnx-schema.ts'
import type { TreeEnsemble } from '../tree-ensemble.ts'

type AttributeLists = Record<string, number[] | string[] | number | string>

/** The attributes of a forest's TreeEnsembleRegressor, as the exporter writes them. */
export function forestAttributes(ensemble: TreeEnsemble): AttributeLists {
  const treeIds = treeOfEachNode(ensemble)
  const nodes = Array.from(treeIds.keys())
  const leaves = nodes.filter((node) => ensemble.featureIndices[node] === -1)
  return {
    nodes_treeids: treeIds,
    nodes_nodeids: nodes,
    nodes_featureids: nodes.map((node) => Math.max(0, ensemble.featureIndices[node] as number)),
    nodes_modes: nodes.map((node) => (ensemble.featureIndices[node] === -1 ? 'LEAF' : 'BRANCH_LEQ')),
    nodes_values: Array.from(ensemble.thresholds),
    nodes_truenodeids: Array.from(ensemble.trueChildren, (child) => Math.max(0, child)),
    nodes_falsenodeids: Array.from(ensemble.falseChildren, (child) => Math.max(0, child)),
    nodes_missing_value_tracks_true: Array.from(ensemble.missingTracksTrue),
    nodes_hitrates: Array.from(ensemble.covers),
    target_treeids: leaves.map((leaf) => treeIds[leaf] as number),
    target_nodeids: leaves,
    target_ids: leaves.map(() => 0),
    target_weights: leaves.map((leaf) => ensemble.leafValues[leaf] as number),
    n_targets: 1,
    aggregate_function: 'SUM',
    post_transform: 'NONE',
  }
}

/** An ONNX model whose graph holds a forest of these attributes and one node after it. */
export function encodeForest(attributes: AttributeLists, featureCount: number): Uint8Array {
  const modelType = protobuf.Root.fromJSON(onnxSchema).lookupType('ModelProto')
  const forest = {
    opType: 'TreeEnsembleRegressor',
    input: ['features'],
    attribute: Object.entries(attributes).map(([name, content]) => ({
      name,
      ...encodeAttribute(name, content),
    })),
  }
  const dim = [{}, { dimValue: featureCount }]
  const input = [{ name: 'features', type: { tensorType: { shape: { dim } } } }]
  const node = [forest, { opType: 'TreeEnsembleRegressor', input: ['raw_score'], attribute: [] }]
  return modelType.encode(modelType.create({ graph: { input, node } })).finish()
}

const floatLists = new Set(['nodes_values', 'nodes_hitrates', 'target_weights', 'base_values'])

function encodeAttribute(name: string, content: number[] | string[] | number | string) {
  if (typeof content === 'number') return { i: content }
  if (typeof content === 'string') return { s: content }
  if (name === 'nodes_modes') return { strings: content }
  return floatLists.has(name) ? { floats: content } : { ints: content }
}

function treeOfEachNode({ treeRoots, featureIndices }: TreeEnsemble): number[] {
  return Array.from(featureIndices, (_, node) => treeRoots.filter((root) => root <= node).length - 1)
}
