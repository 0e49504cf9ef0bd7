import type { NeighbourTree } from './build-neighbour-tree.ts'
import { measureDistance, measureDistanceToBox } from './measure-distance.ts'
import { NearestDistances } from './nearest-distances.ts'

/** Stands for a client who belongs to no fold: all training clients may be neighbours. */
export const noFold = -1

/** Who may be a neighbour, and how many are to be. */
export interface Neighbourhood {
  /** How many nearest clients to average; those as near as the last of them count too. */
  size: number
  /** The fold whose clients are left out, the client's own in training; `noFold` leaves out none. */
  leftOutFold: number
}

export interface NearestQuestion extends Neighbourhood {
  /** The client's four standardised coordinates. */
  place: Float32Array
}

/** The default rate of the nearest, and the squared distance of the last of them. */
export interface NearestRate {
  rate: number
  farthest: number
}

/**
 * The default rate of the nearest training clients: of the `size` nearest and all who are as near as the last of
 * them, so that no order among equals matters. Distances are squared, in doubles, summed in the order of coordinates.
 *
 * @returns A rate from 0 to 1; NaN when no client is eligible.
 */
export function computeNearestDefaultRate(tree: NeighbourTree, question: NearestQuestion): NearestRate {
  const nearest = new NearestDistances(question.size)
  searchNode(tree, 0, question, nearest)
  const farthest = nearest.farthest()
  const counted = { clients: 0, defaults: 0 }
  countWithin(tree, 0, question, { radius: farthest, counted })
  return { rate: counted.defaults / counted.clients, farthest }
}

function searchNode(
  tree: NeighbourTree,
  node: number,
  question: NearestQuestion,
  nearest: NearestDistances,
): void {
  if (node >= tree.firstLeaf) {
    for (let client = tree.starts[node]!; client < tree.ends[node]!; client++) {
      if (tree.folds[client] !== question.leftOutFold) {
        nearest.add(measureDistance(tree, client, question.place))
      }
    }
    return
  }
  const left = 2 * node + 1
  const toLeft = measureDistanceToBox(tree, left, question.place)
  const toRight = measureDistanceToBox(tree, left + 1, question.place)
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
  if (measureDistanceToBox(tree, node, question.place) > radius) return
  if (node < tree.firstLeaf) {
    countWithin(tree, 2 * node + 1, question, { radius, counted })
    countWithin(tree, 2 * node + 2, question, { radius, counted })
    return
  }
  for (let client = tree.starts[node]!; client < tree.ends[node]!; client++) {
    if (tree.folds[client] === question.leftOutFold) continue
    if (measureDistance(tree, client, question.place) > radius) continue
    counted.clients++
    counted.defaults += tree.targets[client]!
  }
}
