import type { NeighbourTree } from './build-neighbour-tree.ts'
import { dimensions } from './neighbour-clients.ts'

/** Stands for a client who belongs to no fold: all training clients may be neighbours. */
export const noFold = -1

export interface NearestQuestion {
  /** The client's four standardised coordinates. */
  place: Float32Array
  /** How many nearest clients to average; those as near as the last of them count too. */
  size: number
  /** The fold whose clients are left out, the client's own in training; `noFold` leaves out none. */
  leftOutFold: number
}

/**
 * The default rate of the nearest training clients: of the `size` nearest and all who are as near as the last of
 * them, so that no order among equals matters. Distances are squared, in doubles, summed in the order of coordinates.
 *
 * @returns From 0 to 1; NaN when no client is eligible.
 */
export function computeNearestDefaultRate(tree: NeighbourTree, question: NearestQuestion): number {
  const nearest = new NearestDistances(question.size)
  searchNode(tree, 0, question, nearest)
  const counted = { clients: 0, defaults: 0 }
  countWithin(tree, 0, question, { radius: nearest.farthest(), counted })
  return counted.defaults / counted.clients
}

/** The least squared distances met so far, in a binary heap with the greatest on top. */
class NearestDistances {
  readonly #distances: Float64Array
  #filled = 0

  constructor(size: number) {
    this.#distances = new Float64Array(size)
  }

  /** The distance beyond which none is among the nearest. */
  bound(): number {
    return this.#filled < this.#distances.length ? Number.POSITIVE_INFINITY : this.#distances[0]!
  }

  /** The greatest distance held. */
  farthest(): number {
    return this.#filled === 0 ? 0 : this.#distances[0]!
  }

  add(distance: number): void {
    if (this.#filled < this.#distances.length) this.#siftUp(this.#filled++, distance)
    else if (distance < this.#distances[0]!) this.#siftDown(distance)
  }

  #siftUp(at: number, distance: number): void {
    const heap = this.#distances
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (heap[parent]! >= distance) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = distance
  }

  #siftDown(distance: number): void {
    const heap = this.#distances
    const filled = this.#filled
    let at = 0
    for (let child = 1; child < filled; child = 2 * at + 1) {
      if (child + 1 < filled && heap[child + 1]! > heap[child]!) child++
      if (heap[child]! <= distance) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = distance
  }
}

function searchNode(
  tree: NeighbourTree,
  node: number,
  question: NearestQuestion,
  nearest: NearestDistances,
): void {
  if (node >= tree.firstLeaf) {
    for (let client = tree.starts[node]!; client < tree.ends[node]!; client++) {
      if (tree.folds[client] !== question.leftOutFold) nearest.add(distanceTo(tree, client, question.place))
    }
    return
  }
  const left = 2 * node + 1
  const toLeft = distanceToBox(tree, left, question.place)
  const toRight = distanceToBox(tree, left + 1, question.place)
  const [near, far] = toLeft <= toRight ? [left, left + 1] : [left + 1, left]
  // Nearer boxes first: the bound is then tight when the farther one's turn comes.
  if (Math.min(toLeft, toRight) < nearest.bound()) searchNode(tree, near, question, nearest)
  if (Math.max(toLeft, toRight) < nearest.bound()) searchNode(tree, far, question, nearest)
}

function countWithin(
  tree: NeighbourTree,
  node: number,
  question: NearestQuestion,
  { radius, counted }: { radius: number; counted: { clients: number; defaults: number } },
): void {
  if (distanceToBox(tree, node, question.place) > radius) return
  if (node < tree.firstLeaf) {
    countWithin(tree, 2 * node + 1, question, { radius, counted })
    countWithin(tree, 2 * node + 2, question, { radius, counted })
    return
  }
  for (let client = tree.starts[node]!; client < tree.ends[node]!; client++) {
    if (tree.folds[client] === question.leftOutFold) continue
    if (distanceTo(tree, client, question.place) > radius) continue
    counted.clients++
    counted.defaults += tree.targets[client]!
  }
}

function distanceTo({ coordinates }: NeighbourTree, client: number, place: Float32Array): number {
  let distance = 0
  for (let d = 0; d < dimensions; d++) {
    const difference = coordinates[client * dimensions + d]! - place[d]!
    distance += difference * difference
  }
  return distance
}

/** Never above the distance to any client in the box, rounding included: the same sums in the same order. */
function distanceToBox({ lows, highs }: NeighbourTree, node: number, place: Float32Array): number {
  let distance = 0
  for (let d = 0; d < dimensions; d++) {
    const coordinate = place[d]!
    const low = lows[node * dimensions + d]!
    const high = highs[node * dimensions + d]!
    const difference = coordinate < low ? low - coordinate : coordinate > high ? coordinate - high : 0
    distance += difference * difference
  }
  return distance
}
