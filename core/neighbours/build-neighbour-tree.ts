import { dimensions, type NeighbourClients } from './neighbour-clients.ts'

/** Clients in a leaf; fewer would cost more in boxes than they save in distances. */
const leafSize = 32

/** A balanced k-d tree over clients: node `i` has the children `2i + 1` and `2i + 2`. */
export interface NeighbourTree {
  /** Clients in the order of the leaves, so that a leaf is one stretch of each array. */
  coordinates: Float32Array
  targets: Uint8Array
  folds: Uint8Array
  nodeCount: number
  /** Nodes from this one on are leaves. */
  firstLeaf: number
  /** First client of each node, and one past its last. */
  starts: Uint32Array
  ends: Uint32Array
  /** `nodes × 4`: the least and the greatest coordinate of a node's clients. */
  lows: Float32Array
  highs: Float32Array
}

/** Builds the tree in O(n log² n), by splitting the widest side of each box at its median client. */
export function buildNeighbourTree(clients: NeighbourClients): NeighbourTree {
  const clientCount = clients.targets.length
  const leafCount = 2 ** Math.max(0, Math.ceil(Math.log2(clientCount / leafSize)))
  const nodeCount = 2 * leafCount - 1
  const order = Uint32Array.from({ length: clientCount }, (_, client) => client)
  const tree: NeighbourTree = {
    coordinates: new Float32Array(clientCount * dimensions),
    targets: new Uint8Array(clientCount),
    folds: new Uint8Array(clientCount),
    nodeCount,
    firstLeaf: leafCount - 1,
    starts: new Uint32Array(nodeCount),
    ends: new Uint32Array(nodeCount),
    lows: new Float32Array(nodeCount * dimensions),
    highs: new Float32Array(nodeCount * dimensions),
  }
  tree.ends[0] = clientCount
  for (let node = 0; node < nodeCount; node++) {
    measureBox(tree, node, clients.coordinates, order)
    if (node < tree.firstLeaf) splitNode(tree, node, clients.coordinates, order)
  }
  for (const [place, client] of order.entries()) {
    for (let d = 0; d < dimensions; d++) {
      tree.coordinates[place * dimensions + d] = clients.coordinates[client * dimensions + d]!
    }
    tree.targets[place] = clients.targets[client]!
    tree.folds[place] = clients.folds[client]!
  }
  return tree
}

function measureBox(tree: NeighbourTree, node: number, coordinates: Float32Array, order: Uint32Array): void {
  const box = node * dimensions
  tree.lows.fill(Number.POSITIVE_INFINITY, box, box + dimensions)
  tree.highs.fill(Number.NEGATIVE_INFINITY, box, box + dimensions)
  for (let place = tree.starts[node]!; place < tree.ends[node]!; place++) {
    for (let d = 0; d < dimensions; d++) {
      const coordinate = coordinates[order[place]! * dimensions + d]!
      if (coordinate < tree.lows[box + d]!) tree.lows[box + d] = coordinate
      if (coordinate > tree.highs[box + d]!) tree.highs[box + d] = coordinate
    }
  }
}

function splitNode(tree: NeighbourTree, node: number, coordinates: Float32Array, order: Uint32Array): void {
  const side = widestSide(tree, node)
  const start = tree.starts[node]!
  const end = tree.ends[node]!
  const middle = (start + end) >>> 1
  order
    .subarray(start, end)
    .sort((a, b) => coordinates[a * dimensions + side]! - coordinates[b * dimensions + side]! || a - b)
  tree.starts[2 * node + 1] = start
  tree.ends[2 * node + 1] = middle
  tree.starts[2 * node + 2] = middle
  tree.ends[2 * node + 2] = end
}

function widestSide(tree: NeighbourTree, node: number): number {
  let widest = 0
  for (let d = 1; d < dimensions; d++) {
    if (widthOf(tree, node, d) > widthOf(tree, node, widest)) widest = d
  }
  return widest
}

function widthOf({ lows, highs }: NeighbourTree, node: number, side: number): number {
  return highs[node * dimensions + side]! - lows[node * dimensions + side]!
}
