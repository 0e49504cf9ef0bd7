import type { NeighbourTree } from './build-neighbour-tree.ts'
import { Candidates } from './candidates.ts'
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
const groupExtent = 0.1
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
  const candidates = new Candidates()
  for (let from = 0; from < order.length; ) {
    const group = nextGroup(places, order.subarray(from), answered.radius * groupExtent)
    for (const answer of answerGroup(tree, group, { answered, questions, candidates })) {
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
  {
    answered,
    questions,
    candidates,
  }: { answered: Answered; questions: Neighbourhood; candidates: Candidates },
): Answered[] {
  const way = Math.max(...group.places.map((place) => measureWay(answered.place, place)))
  const bound = (answered.radius + way) * slack
  const { leftOutFold, size } = questions
  gatherWithin(tree, { group, squaredBound: bound * bound, leftOutFold }, candidates)
  let last = answered
  return group.places.map((place) => {
    if (measureWay(last.place, place) > 0) last = answerPlace(tree, place, { candidates, size })
    return last
  })
}

function answerPlace(
  tree: NeighbourTree,
  place: Float32Array,
  { candidates, size }: { candidates: Candidates; size: number },
): Answered {
  const { count, clients, distances, moved } = candidates
  for (let i = 0; i < count; i++) {
    const distance = measureDistance(tree, clients[i]!, place)
    distances[i] = distance
    moved[i] = distance
  }
  const farthest = selectSmallest(moved, count, Math.min(size, count) - 1)
  let near = 0
  let defaults = 0
  for (let i = 0; i < count; i++) {
    if (distances[i]! > farthest) continue
    near++
    defaults += tree.targets[clients[i]!]!
  }
  return { place, rate: defaults / near, radius: Math.sqrt(farthest) }
}
