import type { NeighbourTree } from './build-neighbour-tree.ts'
import { dimensions } from './neighbour-clients.ts'

/** Squared distance from a place to a client: in doubles, summed in the order of coordinates. */
export function measureDistance({ coordinates }: NeighbourTree, client: number, place: Float32Array): number {
  let distance = 0
  for (let d = 0; d < dimensions; d++) {
    const difference = coordinates[client * dimensions + d]! - place[d]!
    distance += difference * difference
  }
  return distance
}

/**
 * Squared distance from a place to a node's box. Never above the distance to any client in the box, rounding included:
 * the same sums in the same order.
 */
export function measureDistanceToBox(
  { lows, highs }: NeighbourTree,
  node: number,
  place: Float32Array,
): number {
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
