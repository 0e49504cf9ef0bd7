import protobuf from 'protobufjs/light.js'
import { corruptTrees } from '../corrupt-trees.ts'
import { onnxSchema } from './onnx-schema.ts'

/** One node of an ONNX graph; an attribute holds the one list or value that its kind has. */
export interface OnnxNode {
  opType: string
  inputs: string[]
  attributes: Map<string, OnnxAttribute>
}

export interface OnnxAttribute {
  int: number
  text: string
  floats: number[]
  ints: number[]
  texts: string[]
}

export interface OnnxGraph {
  /** Width is the size of the second dimension, 0 when the graph leaves it open. */
  inputs: { name: string; width: number }[]
  nodes: OnnxNode[]
}

interface DecodedModel {
  graph?: {
    input: { name: string; type?: { tensorType?: { shape?: { dim: { dimValue: number }[] } } } }[]
    node: { opType: string; input: string[]; attribute: DecodedAttribute[] }[]
  }
}

interface DecodedAttribute {
  name: string
  i: number
  s: string
  floats: number[]
  ints: number[]
  strings: string[]
}

const modelType = protobuf.Root.fromJSON(onnxSchema).lookupType('ModelProto')

/**
 * Decodes the graph of an ONNX model.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when the bytes are no ONNX model.
 */
export function readGraph(modelBytes: Uint8Array): OnnxGraph {
  let decoded: DecodedModel
  try {
    decoded = modelType.decode(modelBytes) as unknown as DecodedModel
  } catch (cause) {
    throw corruptTrees('The bytes of model.onnx are truncated or no protobuf message.', cause)
  }
  if (!decoded.graph) throw corruptTrees('The bytes of model.onnx hold no graph.')
  return {
    inputs: decoded.graph.input.map(({ name, type }) => ({
      name,
      width: type?.tensorType?.shape?.dim[1]?.dimValue ?? 0,
    })),
    nodes: decoded.graph.node.map(({ opType, input, attribute }) => ({
      opType,
      inputs: input,
      attributes: new Map(attribute.map((each) => [each.name, toAttribute(each)])),
    })),
  }
}

function toAttribute({ i, s, floats, ints, strings }: DecodedAttribute): OnnxAttribute {
  return { int: i, text: s, floats, ints, texts: strings }
}
