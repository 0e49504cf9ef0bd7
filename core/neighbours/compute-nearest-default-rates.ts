import type { NeighbourTree } from './build-neighbour-tree.ts'
import { computeNearestDefaultRate, type Neighbourhood } from './compute-nearest-default-rate.ts'
import { gatherWithin } from './gather-within.ts'
import { groupPlaces, measureWay, orderPlaces, type PlaceGroup, placeAt } from './group-places.ts'
import { measureDistance } from './measure-distance.ts'
import { dimensions } from './neighbour-clients.ts'
import { selectSmallest } from './select-smallest.ts'

export interface NearestQuestions extends Neighbourhood {
  /** Row-major, `places × 4`: standardised coordinates of each place. */
  places: Float32Array
}

/** How far places of one group may lie apart, as a share of the last neighbour's distance. */
const groupExtent = 0.2
/** Covers the rounding in a bound; the distances that are compared are exact to their order of summing. */
const slack = 1 + 1e-9

/** A place whose answer is known. */
interface Answered {
  place: Float32Array
  rate: number
  /** Distance of the last neighbour; not squared. */
  radius: number
}

/**
 * What `computeNearestDefaultRate` gives for each of several places, to the last bit: the nearer they lie to each other,
 * the faster. From one place to another the last neighbour's distance grows by no more than the way between them, so
 * that the neighbours of a whole group of places are among clients gathered from the tree once.
 */
export function computeNearestDefaultRates(tree: NeighbourTree, questions: NearestQuestions): Float64Array {
  const { places } = questions
  const rates = new Float64Array(places.length / dimensions)
  if (rates.length === 0) return rates
  const order = orderPlaces(places)
  let answered = answerFirst(tree, placeAt(places, order[0]!), questions)
  if (Number.isNaN(answered.rate)) return rates.fill(Number.NaN)
  for (let from = 0; from < order.length; ) {
    const group = nextGroup(places, order.subarray(from), answered.radius * groupExtent)
    for (const answer of answerGroup(tree, group, { answered, questions })) {
      rates[order[from++]!] = answer.rate
      answered = answer
    }
  }
  return rates
}

function answerFirst(
  tree: NeighbourTree,
  place: Float32Array,
  { size, leftOutFold }: Neighbourhood,
): Answered {
  const { rate, farthest } = computeNearestDefaultRate(tree, { place, size, leftOutFold })
  return { place, rate, radius: Math.sqrt(farthest) }
}

/** The first of the places that are left, and those after it that are no farther from it than `reach`. */
function nextGroup(places: Float32Array, left: Uint32Array, reach: number): PlaceGroup {
  const first = placeAt(places, left[0]!)
  const group = [first]
  while (group.length < left.length) {
    const next = placeAt(places, left[group.length]!)
    if (measureWay(first, next) > reach) break
    group.push(next)
  }
  return groupPlaces(group)
}

function answerGroup(
  tree: NeighbourTree,
  group: PlaceGroup,
  { answered, questions }: { answered: Answered; questions: Neighbourhood },
): Answered[] {
  const way = Math.max(...group.places.map((place) => measureWay(answered.place, place)))
  const bound = (answered.radius + way) * slack
  const { leftOutFold, size } = questions
  const clients = gatherWithin(tree, { group, squaredBound: bound * bound, leftOutFold })
  const distances = new Float64Array(clients.length)
  const sorted = new Float64Array(clients.length)
  let last = answered
  return group.places.map((place) => {
    if (measureWay(last.place, place) > 0) {
      for (let i = 0; i < clients.length; i++) distances[i] = measureDistance(tree, clients[i]!, place)
      sorted.set(distances)
      const farthest = selectSmallest(sorted, sorted.length, Math.min(size, sorted.length) - 1)
      last = {
        place,
        rate: averageWithin(tree, { clients, distances, farthest }),
        radius: Math.sqrt(farthest),
      }
    }
    return last
  })
}

interface Measured {
  clients: readonly number[]
  distances: Float64Array
  farthest: number
}

function averageWithin({ targets }: NeighbourTree, { clients, distances, farthest }: Measured): number {
  let near = 0
  let defaults = 0
  for (let i = 0; i < clients.length; i++) {
    if (distances[i]! > farthest) continue
    near++
    defaults += targets[clients[i]!]!
  }
  return defaults / near
}
