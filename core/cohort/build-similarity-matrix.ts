import type { SortedFloats } from './sort-floats.ts'

/** Where clients stand in the features that likeness is judged by, ready for distances. */
export interface SimilarityMatrix {
  clientCount: number
  featureCount: number
  /** Row-major, `clientCount × featureCount`: place × √weight, heaviest feature first. */
  places: Float32Array
}

export interface WeightedFeature {
  sorted: SortedFloats
  /** Importance of the feature, above 0; only its proportion to the others' counts. */
  weight: number
}

/** Where a client with an unknown value stands: outside, half a scale below the least. */
const unknownPlace = -0.5

/**
 * Gives every value its place among all clients, from 0 for the least to 1 for the greatest, equal values the mean
 * of their places: so that no unit or outlier outweighs the others. Each place is multiplied by the square root
 * of the feature's share of importance: squared distances are then weighted by that share.
 */
export function buildSimilarityMatrix(
  clientCount: number,
  features: readonly WeightedFeature[],
): SimilarityMatrix {
  // The heaviest first, so that a far client is known to be far after few features.
  const heaviestFirst = [...features].sort((a, b) => b.weight - a.weight)
  const totalWeight = features.reduce((sum, { weight }) => sum + weight, 0)
  const featureCount = features.length
  const places = new Float32Array(clientCount * featureCount)
  for (const [column, { sorted, weight }] of heaviestFirst.entries()) {
    const scale = Math.sqrt(weight / totalWeight)
    for (let at = column; at < places.length; at += featureCount) places[at] = unknownPlace * scale
    fillPlaces(sorted, (client, place) => {
      places[client * featureCount + column] = place * scale
    })
  }
  return { clientCount, featureCount, places }
}

function fillPlaces({ order, values }: SortedFloats, fill: (client: number, place: number) => void): void {
  const last = values.length - 1
  for (let start = 0; start < values.length; ) {
    let end = start
    while (end < last && values[end + 1] === values[start]) end++
    const place = last === 0 ? 0.5 : (start + end) / 2 / last
    for (let i = start; i <= end; i++) fill(order[i]!, place)
    start = end + 1
  }
}
