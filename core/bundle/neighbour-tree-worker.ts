import { parentPort, workerData } from 'node:worker_threads'
import { buildNeighbourTree } from '../neighbours/build-neighbour-tree.ts'

// Run by build-tree-apart.
const tree = buildNeighbourTree(workerData)
const arrays = Object.values(tree).filter((part) => ArrayBuffer.isView(part))
parentPort?.postMessage(
  tree,
  arrays.map(({ buffer }) => buffer as ArrayBuffer),
)
