import type { NeighbourTree } from './build-neighbour-tree.ts'
import type { Candidates } from './candidates.ts'
import type { PlaceGroup } from './group-places.ts'
import { dimensions } from './neighbour-clients.ts'

export interface Within {
  group: PlaceGroup
  /** Squared: clients farther than this from the group's box are left out. */
  squaredBound: number
  leftOutFold: number
}

/** Gathers all clients within a distance of the box that holds a group of places, instead of those gathered before. */
export function gatherWithin(tree: NeighbourTree, within: Within, candidates: Candidates): void {
  candidates.count = 0
  gatherOf(tree, 0, within, candidates)
}

function gatherOf(tree: NeighbourTree, node: number, within: Within, candidates: Candidates): void {
  if (distanceBetween(within.group, tree.lows, tree.highs, node) > within.squaredBound) return
  if (node < tree.firstLeaf) {
    gatherOf(tree, 2 * node + 1, within, candidates)
    gatherOf(tree, 2 * node + 2, within, candidates)
    return
  }
  const { coordinates, folds } = tree
  for (let client = tree.starts[node]!; client < tree.ends[node]!; client++) {
    if (folds[client] === within.leftOutFold) continue
    if (distanceBetween(within.group, coordinates, coordinates, client) <= within.squaredBound) {
      candidates.add(client)
    }
  }
}

/** Squared distance between the group's box and another, number `box` of those given; a client is a box of no extent. */
function distanceBetween(
  { low, high }: PlaceGroup,
  lows: Float32Array,
  highs: Float32Array,
  box: number,
): number {
  let distance = 0
  for (let d = 0; d < dimensions; d++) {
    const otherLow = lows[box * dimensions + d]!
    const otherHigh = highs[box * dimensions + d]!
    const gap = high[d]! < otherLow ? otherLow - high[d]! : low[d]! > otherHigh ? low[d]! - otherHigh : 0
    distance += gap * gap
  }
  return distance
}
